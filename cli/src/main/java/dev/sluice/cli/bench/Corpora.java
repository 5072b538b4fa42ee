package dev.sluice.cli.bench;

import dev.sluice.capture.Decoded;
import dev.sluice.capture.imports.ImportException;
import dev.sluice.capture.synthetic.SyntheticTraffic;
import dev.sluice.cli.io.ImportOptions;
import dev.sluice.cli.io.ImportedFiles;
import dev.sluice.cli.io.Terminal;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens corpora by name, or from files of any format that can be imported. */
final class Corpora {
  private static final long SEED = 1;

  /** More of a file is not held. */
  private static final long MOST_BYTES = 64_000_000;

  private static final List<String> ENDINGS = List.of(".har", ".gor", ".jsonl", ".md");

  private final ImportOptions imports;
  private final Terminal terminal;

  Corpora(ImportOptions imports, Terminal terminal) {
    this.imports = imports;
    this.terminal = terminal;
  }

  /** Those asked for; without any the built-in ones, real captures where there are some. */
  List<Corpus> open(List<String> asked) {
    if (!asked.isEmpty()) {
      return asked.stream().map(this::open).toList();
    }
    List<Corpus> all = new ArrayList<>();
    all.add(open("clean"));
    if (captures().isPresent()) {
      all.add(open("real"));
    } else {
      terminal.note("no folder of real captures (set SLUICE_CAPTURES to name one): without 'real'");
    }
    all.add(open("dense"));
    return all;
  }

  private Corpus open(String name) {
    return switch (name) {
      case "clean" -> Corpus.endless(name, SyntheticTraffic.clean(SEED));
      case "dense" -> Corpus.endless(name, SyntheticTraffic.dense(SEED));
      case "real" -> repeated(name, real());
      default -> repeated(Path.of(name).getFileName().toString(), read(Path.of(name), MOST_BYTES));
    };
  }

  private Optional<Path> captures() {
    return Optional.ofNullable(terminal.environment().get("SLUICE_CAPTURES"))
        .map(Path::of)
        .or(() -> Optional.of(Path.of("..", "shared", "captures")))
        .filter(Files::isDirectory);
  }

  /** Whatever in the folder can be imported. */
  private List<Sample> real() {
    List<Sample> samples = new ArrayList<>();
    long room = MOST_BYTES;
    int foreign = 0;
    for (Path file : files()) {
      try {
        List<Sample> read = read(file, room);
        room -= bytes(read);
        samples.addAll(read);
      } catch (ImportException notTraffic) {
        foreign++;
      }
    }
    terminal.note("real: " + foreign + " files are of no format that can be imported");
    return samples;
  }

  private List<Path> files() {
    Path folder =
        captures()
            .orElseThrow(
                () ->
                    new SluiceException(
                        "no folder of real captures; set SLUICE_CAPTURES to name one"));
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(f -> ENDINGS.stream().anyMatch(f.toString()::endsWith))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new SluiceException("the captures in " + folder + " cannot be listed");
    }
  }

  private Corpus repeated(String name, List<Sample> samples) {
    if (samples.isEmpty()) {
      throw new SluiceException(name + " holds no exchange that can be read");
    }
    terminal.note(
        String.format(
            Locale.ROOT, "%s: %d exchanges, %.1f MB", name, samples.size(), bytes(samples) / 1e6));
    return Corpus.repeated(name, samples);
  }

  private List<Sample> read(Path file, long room) {
    List<Sample> samples = new ArrayList<>();
    try (ImportedFiles source = ImportedFiles.open(List.of(file), imports)) {
      for (long bytes = 0; bytes < room && source.hasNext(); ) {
        if (source.next() instanceof Decoded.Ok ok) {
          Sample sample = Sample.of(ok.capture());
          samples.add(sample);
          bytes += sample.document().length;
        }
      }
    }
    return samples;
  }

  private static long bytes(List<Sample> samples) {
    return samples.stream().mapToLong(s -> s.document().length).sum();
  }
}
