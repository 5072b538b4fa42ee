package dev.sluice.job;

import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Public keys of publishers in files, one a line; a line that starts with {@code #} is a remark.
 */
public final class PublicKeys {
  private static final String PREFIX = "sluice-publisher:";

  private PublicKeys() {}

  public static List<String> read(List<Path> files) {
    List<String> keys = new ArrayList<>();
    for (Path file : files) {
      List<String> found = lines(file);
      if (found.isEmpty()) {
        throw new SluiceException(
            file + " holds no public key of a publisher; `sluice policy keygen` prints one");
      }
      keys.addAll(found);
    }
    return keys;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> line.startsWith(PREFIX))
          .toList();
    } catch (IOException e) {
      throw new SluiceException("cannot read the public key " + file + "; check the path");
    }
  }
}
