package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people unpack works; runs after packaging (its own Surefire execution in verify). */
class ZipSmokeTest {
  @TempDir private Path dir;

  @Test
  void theUnpackedZipAnswersWithAJavaRuntimeOnly() throws Exception {
    Path zip = zip();
    unpack(zip);
    Path home = dir.resolve(zip.getFileName().toString().replace(".zip", ""));
    Path link = Files.createSymbolicLink(dir.resolve("link"), home.resolve("bin/sluice"));
    Path out = dir.resolve("out.txt");

    Process process =
        new ProcessBuilder("sh", link.toString(), "--help")
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(Files.readString(out, StandardCharsets.UTF_8)).contains("Usage: sluice");
  }

  @Test
  void noShippedJarHoldsAWayAroundTheEngine() throws Exception {
    try (ZipFile file = new ZipFile(zip().toFile())) {
      List<String> jars = file.stream().map(ZipEntry::getName).toList();

      assertThat(jars).anyMatch(j -> j.contains("/lib/flink-jobs"));
      assertThat(jars).noneMatch(j -> j.contains("benchmarks") || j.contains("jmh"));
    }
  }

  private static Path zip() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      var found = files.filter(f -> f.toString().endsWith(".zip")).findFirst();
      assumeTrue(found.isPresent(), "no zip in target: run mvn verify");
      return found.orElseThrow();
    }
  }

  private void unpack(Path zip) throws Exception {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : file.stream().toList()) {
        Path target = dir.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(file.getInputStream(entry), target);
        }
      }
    }
  }
}
