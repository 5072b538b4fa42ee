package dev.sluice.dlp.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads policies from YAML. */
final class PolicyReader {

  private PolicyReader() {}

  static Policy read(Path file) {
    try {
      return PolicyYaml.parse(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new PolicyException(
          file + ": cannot be read as UTF-8 text. Check the path and the permissions.");
    }
  }
}
