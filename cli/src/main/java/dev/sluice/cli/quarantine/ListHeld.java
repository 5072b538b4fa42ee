package dev.sluice.cli.quarantine;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import dev.sluice.flink.quarantine.HeldRecord;
import dev.sluice.flink.quarantine.Pointer;
import dev.sluice.flink.quarantine.Pointers;
import dev.sluice.flink.quarantine.RetryScope;
import dev.sluice.job.DurationText;
import dev.sluice.job.StoreOptions;
import dev.sluice.model.RecordPointer;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice quarantine list}. */
@Command(
    name = "list",
    description = {
      "Show what is held back, why, and when Kafka's retention will delete it.",
      "Exits with 1 if something would be deleted within --warn-within."
    },
    footer = {
      "",
      "Examples:",
      "  sluice quarantine list --brokers kafka:9092",
      "  sluice quarantine list --brokers kafka:9092 --reason residual-finding --records --json",
      "  sluice quarantine list --brokers kafka:9092 --s3-endpoint http://s3:9000"
          + " --metrics /var/lib/node_exporter/sluice.prom"
    })
final class ListHeld implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private TopicOptions topics;
  @Mixin private Selection selection;
  @Mixin private StoreOptions store;
  @Mixin private JsonOption json;

  @Option(names = "--records", description = "Show each record, not sums.")
  private boolean records;

  @Option(
      names = "--warn-within",
      paramLabel = "TIME",
      defaultValue = "1d",
      converter = DurationText.class,
      description = "Warn of what Kafka may delete within this time; default: ${DEFAULT-VALUE}.")
  private Duration warnWithin;

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = "Write sums for the textfile collector of Prometheus' node exporter, too.")
  private @Nullable Path metrics;

  ListHeld(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Pointers pointers = selection.read(topics.kafka(), topics.topic());
    Set<RecordPointer> released = released();
    List<Pointer> wanted =
        selection.of(pointers).stream().filter(p -> !released.contains(p.at())).toList();
    Instant now = Instant.now();
    HeldList list = HeldList.of(HeldRecord.of(topics.kafka(), wanted), now, warnWithin);
    if (metrics != null) {
      HeldMetrics.write(metrics, HeldMetrics.of(list.sums(), now));
    }
    if (json.isSet()) {
      Json.print(terminal, records ? list.records() : list.sums());
    } else if (records) {
      list.printRecords(terminal);
    } else {
      list.printSums(terminal);
    }
    if (pointers.unreadable() > 0) {
      terminal.note(pointers.unreadable() + " messages on the topic are no pointers");
    }
    return list.warn(terminal) ? ExitCode.CHECK_FAILED : ExitCode.OK;
  }

  /** What left the quarantine by a retry: its pointers stay on the topic. */
  private Set<RecordPointer> released() {
    if (!store.isGiven()) {
      terminal.note("no bucket named (--s3-endpoint): released records are listed too");
      return Set.of();
    }
    try (ObjectStore bucket = S3Store.open(store.config(terminal.environment()))) {
      return RetryScope.newest(bucket, selection.run()).released(bucket);
    }
  }
}
