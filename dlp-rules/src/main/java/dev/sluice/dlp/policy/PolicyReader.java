package dev.sluice.dlp.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads policies from YAML. */
final class PolicyReader {

  private PolicyReader() {}

  static Policy read(Path file) {
    try {
      return PolicyYaml.parse(
          file.getFileName().toString(), Files.readString(file), name -> beside(file, name));
    } catch (IOException e) {
      throw new PolicyException(
          file + ": cannot be read as UTF-8 text. Check the path and the permissions.");
    }
  }

  private static String beside(Path policy, String name) {
    try {
      return Files.readString(policy.resolveSibling(name));
    } catch (IOException e) {
      throw new UncheckedIOException(new IOException("unreadable"));
    }
  }
}
