package dev.sluice.cli.cluster;

import dev.sluice.model.SluiceException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Splits this program's libraries: Flink's processes get Flink and what it needs itself, so that
 * the job brings all the rest in its jar, as on any cluster.
 *
 * @param all paths of jars and folders
 */
record ClassPaths(List<String> all) {
  private static final Pattern FLINK =
      Pattern.compile(
          "(flink-(?!jobs|connector-kafka).*|slf4j-(api|simple)|kryo|minlog|objenesis|reflectasm"
              + "|snakeyaml-engine|commons-(cli|collections|compress|io|lang3|math3|text)|snappy-java|lz4-java"
              + "|javassist|async-profiler|jsr305)-\\d.*\\.jar");

  /** Of this process. */
  static ClassPaths ofThisProcess() {
    return of(System.getProperty("java.class.path"));
  }

  /** A jar may name others in its manifest instead of them all standing in the path. */
  static ClassPaths of(String path) {
    return new ClassPaths(
        Stream.of(path.split(File.pathSeparator))
            .flatMap(one -> Stream.concat(Stream.of(one), named(one)))
            .distinct()
            .toList());
  }

  private static Stream<String> named(String path) {
    if (!path.endsWith(".jar")) {
      return Stream.empty();
    }
    try (JarFile jar = new JarFile(path)) {
      Manifest manifest = jar.getManifest();
      String others =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      URI base = Path.of(path).toAbsolutePath().toUri();
      return others == null
          ? Stream.empty()
          : Stream.of(others.trim().split(" +")).map(base::resolve).map(u -> Path.of(u).toString());
    } catch (IOException e) {
      throw new SluiceException("cannot read " + path + "; unpack or build Sluice again");
    }
  }

  /** Everything, as {@code -cp} takes it. */
  String everything() {
    return String.join(File.pathSeparator, all);
  }

  /** What a Flink distribution holds. */
  String flink() {
    return String.join(File.pathSeparator, all.stream().filter(ClassPaths::isFlink).toList());
  }

  private static boolean isFlink(String path) {
    Path file = Path.of(path).getFileName();
    return file != null && FLINK.matcher(file.toString()).matches();
  }
}
