package dev.sluice.cli.snapshots;

import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Checks of output folders. */
public final class Folders {
  private Folders() {}

  /** A folder that holds something is never written into: it could mix two snapshots. */
  public static void requireEmpty(Path dir) throws IOException {
    if (!Files.exists(dir)) {
      return;
    }
    if (!Files.isDirectory(dir)) {
      throw new SluiceException(dir + " is a file; name a folder");
    }
    try (Stream<Path> inside = Files.list(dir)) {
      if (inside.findAny().isPresent()) {
        throw new SluiceException(dir + " is not empty; name a new folder");
      }
    }
  }

  /** Removes a folder with all it holds. */
  static void delete(Path dir) throws IOException {
    try (Stream<Path> inside = Files.walk(dir)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
