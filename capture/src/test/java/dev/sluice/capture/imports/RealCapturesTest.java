package dev.sluice.capture.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.capture.Decoded;
import dev.sluice.capture.canonical.CanonicalReader;
import dev.sluice.capture.canonical.CanonicalWriter;
import dev.sluice.model.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RealCapturesTest {
  private static final ImportDefaults DEFAULTS =
      new ImportDefaults("test", Optional.empty(), Direction.INBOUND);

  @Test
  void every_importable_file_is_read_and_every_failure_has_an_expected_reason() throws IOException {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (Path file : importable(RealCaptures.folder())) {
      count(file, counts);
    }
    System.out.println("imported from real captures: " + counts);
    assertThat(imported(counts, "har")).isGreaterThanOrEqualTo(600);
    assertThat(imported(counts, "goreplay")).isEqualTo(101);
    assertThat(imported(counts, "rrpair")).isGreaterThanOrEqualTo(270);
    counts.values().forEach(c -> assertThat(c).containsOnlyKeys(expected(c)));
  }

  @Test
  void what_was_imported_survives_the_canonical_form() throws IOException {
    for (Path file : importable(RealCaptures.folder())) {
      try (ImportSource source = Importers.open(file, DEFAULTS)) {
        while (source.hasNext()) {
          if (source.next() instanceof Decoded.Ok ok) {
            byte[] line = CanonicalWriter.write(ok.capture().raw());
            assertThat(CanonicalReader.decode(line))
                .isInstanceOfSatisfying(
                    Decoded.Ok.class,
                    again -> assertThat(again.capture().raw()).isEqualTo(ok.capture().raw()));
          }
        }
      }
    }
  }

  @Test
  void a_snapshot_folder_is_imported_without_the_extracts_beside_the_raw_file() {
    Path folder =
        RealCaptures.folder().resolve("speedscale__outerspace-go/speedscale/data/snapshots");
    int entries = 0;
    try (ImportSource source = Importers.open(folder, DEFAULTS)) {
      assertThat(source.format()).isEqualTo("rrpair");
      for (; source.hasNext(); source.next()) {
        entries++;
      }
    }
    assertThat(entries).isEqualTo(32);
  }

  private static int imported(Map<String, Map<String, Integer>> counts, String format) {
    return counts.getOrDefault(format, Map.of()).getOrDefault("imported", 0);
  }

  private static List<Path> importable(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Importers::isImportable).sorted().toList();
    }
  }

  private static void count(Path file, Map<String, Map<String, Integer>> counts) {
    try (ImportSource source = Importers.open(file, DEFAULTS)) {
      Map<String, Integer> of = counts.computeIfAbsent(source.format(), f -> new TreeMap<>());
      while (source.hasNext()) {
        Decoded entry = source.next();
        String outcome = entry instanceof Decoded.Failed f ? f.reason().code() : "imported";
        of.merge(outcome, 1, Integer::sum);
      }
    }
  }

  private static String[] expected(Map<String, Integer> counts) {
    List<String> allowed = List.of("imported", "missing-timestamp", "malformed-capture");
    return allowed.stream().filter(counts::containsKey).toArray(String[]::new);
  }
}
