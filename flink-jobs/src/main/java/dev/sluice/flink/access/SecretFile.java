package dev.sluice.flink.access;

import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * A file with secrets, which only its owner may read; the group may too if root owns it, which is
 * how a cluster mounts secrets.
 */
public final class SecretFile {
  private static final Set<PosixFilePermission> GROUP_READS =
      PosixFilePermissions.fromString("rw-r-----");

  private SecretFile() {}

  /**
   * What the file holds.
   *
   * @throws SluiceException if it cannot be read, or others than its owner may; never with a value
   */
  public static Map<String, String> read(Path file) {
    requirePrivate(file);
    Properties read = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      read.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw new SluiceException(
          "cannot read " + file + "; check that it is a properties file and yours to read");
    }
    Map<String, String> values = new TreeMap<>();
    read.stringPropertyNames().forEach(name -> values.put(name, read.getProperty(name)));
    return values;
  }

  /**
   * Whether others than the file's owner may read it, or anybody but them write it.
   *
   * @return false where the file system knows no such rights
   */
  public static boolean isExposed(Path file) {
    return KeyRing.isExposed(file) && !isMounted(file);
  }

  private static boolean isMounted(Path file) {
    try {
      PosixFileAttributes found = Files.readAttributes(file, PosixFileAttributes.class);
      return found.owner().getName().equals("root") && GROUP_READS.containsAll(found.permissions());
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Refuses a file that is exposed. */
  public static void requirePrivate(Path file) {
    if (isExposed(file)) {
      throw new SluiceException(
          file + " holds secrets and others than its owner may read it; run: chmod 600 " + file);
    }
  }
}
