package dev.sluice.cli.io;

import dev.sluice.capture.Decoded;
import dev.sluice.capture.imports.ImportDefaults;
import dev.sluice.capture.imports.ImportSource;
import dev.sluice.capture.imports.Importers;
import dev.sluice.model.Direction;
import dev.sluice.model.SluiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The exchanges of several files, one after the other. Not thread-safe. */
public final class ImportedFiles implements Iterator<Decoded>, AutoCloseable {
  private final Deque<Path> left;
  private final ImportDefaults defaults;
  private final SortedSet<String> fidelity = new TreeSet<>();
  private final SortedSet<String> formats = new TreeSet<>();
  private @Nullable ImportSource source;

  private ImportedFiles(Collection<Path> files, ImportDefaults defaults) {
    this.left = new ArrayDeque<>(files);
    this.defaults = defaults;
  }

  /** Opens the files one by one as they are read; a missing one is told at once. */
  public static ImportedFiles open(Collection<Path> files, ImportOptions options) {
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new SluiceException("no such file or folder: " + file);
      }
    }
    return new ImportedFiles(
        files,
        new ImportDefaults(options.env(), options.service(), direction(options.direction())));
  }

  private static Direction direction(String text) {
    try {
      return Direction.ofWireName(text);
    } catch (IllegalArgumentException e) {
      throw new SluiceException("--direction is inbound or outbound");
    }
  }

  @Override
  public boolean hasNext() {
    return current().isPresent();
  }

  @Override
  public Decoded next() {
    return current().orElseThrow(NoSuchElementException::new).next();
  }

  private Optional<ImportSource> current() {
    while (source == null || !source.hasNext()) {
      close();
      if (left.isEmpty()) {
        return Optional.empty();
      }
      source = Importers.open(left.pop(), defaults);
      formats.add(source.format());
    }
    return Optional.of(source);
  }

  /** What the formats could not carry, of all files read so far. */
  public SortedSet<String> fidelity() {
    return fidelity;
  }

  public SortedSet<String> formats() {
    return formats;
  }

  @Override
  public void close() {
    ImportSource open = source;
    source = null;
    if (open != null) {
      fidelity.addAll(open.fidelity());
      open.close();
    }
  }
}
