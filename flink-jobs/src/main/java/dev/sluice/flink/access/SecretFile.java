package dev.sluice.flink.access;

import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A properties file with secrets, which only its owner may read. */
public final class SecretFile {
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

  private static void requirePrivate(Path file) {
    if (KeyRing.isExposed(file)) {
      throw new SluiceException(
          file + " holds secrets and others than its owner may read it; run: chmod 600 " + file);
    }
  }
}
