package dev.sluice.cli.quarantine;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.snapshots.DurationText;
import dev.sluice.flink.quarantine.HeldRecord;
import dev.sluice.flink.quarantine.Pointer;
import dev.sluice.flink.quarantine.Pointers;
import dev.sluice.model.QuarantineReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
      "  sluice quarantine list --brokers kafka:9092 --reason residual-finding --records --json"
    })
final class ListHeld implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private TopicOptions topics;
  @Mixin private JsonOption json;

  @Option(names = "--reason", paramLabel = "CODE", description = "Only those of this reason.")
  private @Nullable String reason;

  @Option(
      names = "--service",
      paramLabel = "ENV/NAME",
      description = "Only those of this service, where it is known.")
  private @Nullable String service;

  @Option(
      names = "--run",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Those that a backfill met; default: the live run's.")
  private String run;

  @Option(names = "--records", description = "Show each record, not sums.")
  private boolean records;

  @Option(
      names = "--warn-within",
      paramLabel = "TIME",
      defaultValue = "1d",
      converter = DurationText.class,
      description = "Warn of what Kafka may delete within this time; default: ${DEFAULT-VALUE}.")
  private Duration warnWithin;

  ListHeld(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Pointers pointers = Pointers.read(topics.kafka(), topics.topic(), run);
    List<Pointer> wanted = pointers.all().stream().filter(this::isWanted).toList();
    HeldList list = HeldList.of(HeldRecord.of(topics.kafka(), wanted), Instant.now(), warnWithin);
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

  private boolean isWanted(Pointer pointer) {
    return (reason == null || pointer.reason() == QuarantineReason.ofCode(reason))
        && (service == null || pointer.service().equals(service));
  }
}
