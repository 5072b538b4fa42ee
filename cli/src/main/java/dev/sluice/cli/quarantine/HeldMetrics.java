package dev.sluice.cli.quarantine;

import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Held records as metrics, in Prometheus' text format for the textfile collector of its node
 * exporter. Labels are reasons and services, which reading a pointer has checked.
 */
final class HeldMetrics {
  private static final String PREFIX = "sluice_quarantine_";

  private final List<String> lines = new ArrayList<>();

  private HeldMetrics() {}

  static String of(List<HeldList.Sum> sums, Instant now) {
    HeldMetrics metrics = new HeldMetrics();
    metrics.gauge("held_records", "Records held back.", sums, s -> s.records() - s.gone());
    metrics.gauge("gone_records", "Records Kafka has deleted.", sums, HeldList.Sum::gone);
    metrics.gauge(
        "first_deleted_timestamp_seconds",
        "From when on Kafka may delete one of them by age.",
        sums.stream().filter(s -> s.firstDeletedFrom().isPresent()).toList(),
        s -> s.firstDeletedFrom().orElseThrow().getEpochSecond());
    metrics.head("listed_timestamp_seconds", "When this was looked up.");
    metrics.lines.add(PREFIX + "listed_timestamp_seconds " + now.getEpochSecond());
    return String.join("\n", metrics.lines) + "\n";
  }

  private void gauge(
      String name, String help, List<HeldList.Sum> sums, Function<HeldList.Sum, Long> value) {
    head(name, help);
    for (HeldList.Sum sum : sums) {
      lines.add(
          "%s%s{reason=\"%s\",service=\"%s\"} %d"
              .formatted(PREFIX, name, sum.reason(), sum.service(), value.apply(sum)));
    }
  }

  private void head(String name, String help) {
    lines.add("# HELP " + PREFIX + name + " " + help);
    lines.add("# TYPE " + PREFIX + name + " gauge");
  }

  /** Replaces the file as a whole: a collector never reads half of it. */
  static void write(Path file, String text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Path made = Files.createTempFile(folder, file.getFileName() + ".", ".tmp");
      try {
        Files.writeString(made, text);
        Files.setPosixFilePermissions(
            made, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(made);
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw new SluiceException("cannot write " + file + ": is its folder there and writable?");
    }
  }
}
