package dev.sluice.capture.imports;

import dev.sluice.capture.Decoded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every importable file below a directory, one after the other. */
final class DirectorySource implements ImportSource {
  private static final Set<String> DERIVED = Set.of("action.jsonl", "reaction.jsonl");

  private record Found(Path file, Format format) {}

  private final Deque<Found> files;
  private final ImportDefaults defaults;
  private final String formats;
  private final SortedSet<String> fidelity = new TreeSet<>();
  private @Nullable ImportSource current;

  private DirectorySource(List<Found> files, ImportDefaults defaults) {
    this.files = new ArrayDeque<>(files);
    this.defaults = defaults;
    this.formats =
        files.stream()
            .map(f -> f.format().label())
            .sorted()
            .distinct()
            .collect(Collectors.joining("+"));
  }

  static ImportSource open(Path directory, ImportDefaults defaults) {
    List<Found> found = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
        Optional<Format> format = isDerived(file) ? Optional.empty() : Sniffer.sniff(file);
        format.ifPresent(f -> found.add(new Found(file, f)));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new ImportException(directory + ": cannot be listed; check its permissions");
    }
    if (found.isEmpty()) {
      throw new ImportException(
          directory
              + ": holds no file that Sluice imports (canonical JSONL, HAR 1.2, GoReplay .gor,"
              + " proxymock RRPair .md or .jsonl)");
    }
    return new DirectorySource(found, defaults);
  }

  /** A recorder's own extracts of {@code raw.jsonl} beside it would come twice. */
  private static boolean isDerived(Path file) {
    return DERIVED.contains(String.valueOf(file.getFileName()))
        && Files.isRegularFile(file.resolveSibling("raw.jsonl"));
  }

  @Override
  public String format() {
    return formats;
  }

  @Override
  public SortedSet<String> fidelity() {
    return Collections.unmodifiableSortedSet(fidelity);
  }

  @Override
  public boolean hasNext() {
    while (current == null || !current.hasNext()) {
      closeCurrent();
      Found next = files.poll();
      if (next == null) {
        return false;
      }
      current = Importers.open(next.file(), next.format(), defaults);
    }
    return true;
  }

  @Override
  public Decoded next() {
    if (!hasNext() || current == null) {
      throw new NoSuchElementException("no more entries");
    }
    return current.next();
  }

  private void closeCurrent() {
    if (current != null) {
      fidelity.addAll(current.fidelity());
      current.close();
      current = null;
    }
  }

  @Override
  public void close() {
    files.clear();
    closeCurrent();
  }
}
