package dev.sluice.capture.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens files that other tools recorded. */
public final class Importers {
  private Importers() {}

  /**
   * Opens a file or a directory (every importable file below it, in name order). The format is told
   * from the content, through gzip.
   *
   * @throws ImportException if there is nothing importable
   */
  public static ImportSource open(Path file, ImportDefaults defaults) {
    if (Files.isDirectory(file)) {
      return DirectorySource.open(file, defaults);
    }
    if (!Files.isReadable(file)) {
      throw new ImportException(file + ": no such file, or not readable; check the path");
    }
    Optional<Format> format = Sniffer.sniff(file);
    if (format.isEmpty()) {
      throw new ImportException(
          file
              + ": not a format Sluice imports; give it canonical JSONL, HAR 1.2, GoReplay .gor"
              + " or proxymock RRPair .md or .jsonl");
    }
    return open(file, format.get(), defaults);
  }

  /** Whether {@link #open} would read this file. */
  public static boolean isImportable(Path file) {
    return Files.isRegularFile(file) && Sniffer.sniff(file).isPresent();
  }

  @SuppressWarnings("MustBeClosedChecker") // the source closes it
  static ImportSource open(Path file, Format format, ImportDefaults defaults) {
    try {
      return new FileSource(format, format.entries(Streams.open(file), defaults));
    } catch (IOException e) {
      return new FileSource(format, new BrokenEntries(e));
    }
  }
}
