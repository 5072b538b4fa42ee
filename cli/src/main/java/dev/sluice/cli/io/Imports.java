package dev.sluice.cli.io;

import dev.sluice.capture.Decoded;
import dev.sluice.capture.kafka.BulkPublisher;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files into Kafka. */
public final class Imports {
  private Imports() {}

  /** Publishes everything readable and waits until Kafka has it. */
  public static ImportReport publish(
      ImportedFiles files, BulkPublisher publisher, Terminal terminal) {
    SortedMap<String, Long> unreadable = new TreeMap<>();
    try (Progress progress = Progress.start(terminal, "publish", -1)) {
      while (files.hasNext()) {
        Decoded decoded = files.next();
        if (decoded instanceof Decoded.Ok ok) {
          publisher.publish(ok.capture());
        } else if (decoded instanceof Decoded.Failed failed) {
          unreadable.merge(failed.reason().code(), 1L, Long::sum);
        }
        progress.step();
      }
      publisher.flush();
    }
    files.close();
    return new ImportReport(
        publisher.published(),
        unreadable,
        List.copyOf(files.formats()),
        List.copyOf(files.fidelity()));
  }

  /** The report for a person. */
  public static void tell(ImportReport report, Terminal terminal) {
    terminal.note(
        report.published() + " exchanges published (" + String.join(", ", report.formats()) + ")");
    report
        .unreadable()
        .forEach((reason, n) -> terminal.note(n + " entries cannot be read: " + reason));
    if (!report.fidelity().isEmpty()) {
      terminal.note("the files do not carry: " + String.join(", ", report.fidelity()));
    }
  }
}
