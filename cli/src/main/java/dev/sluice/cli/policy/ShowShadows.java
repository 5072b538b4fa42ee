package dev.sluice.cli.policy;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.io.TextTable;
import dev.sluice.cli.timeline.TimelineOptions;
import dev.sluice.flink.policy.ShadowCounts;
import dev.sluice.flink.policy.ShadowTopic;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice policy shadow show}. */
@Command(
    name = "show",
    description = {
      "Show what candidates that run beside the active policy would have done otherwise.",
      "Running jobs report at each checkpoint."
    },
    footer = {"", "Examples:", "  sluice policy shadow show --brokers kafka:9092"})
final class ShowShadows implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private TimelineOptions timeline;
  @Mixin private JsonOption json;

  @Option(names = "--number", paramLabel = "N", description = "Only that entry of the timeline.")
  private long number;

  ShowShadows(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Collection<ShadowCounts> all =
        ShadowTopic.read(timeline.kafka(), timeline.topicName()).values();
    List<ShadowCounts> wanted =
        all.stream().filter(c -> number == 0 || c.number() == number).toList();
    if (json.isSet()) {
      Json.print(terminal, wanted);
    } else if (wanted.isEmpty()) {
      terminal.note("no shadow has looked at an exchange yet");
    } else {
      wanted.forEach(this::print);
    }
    return ExitCode.OK;
  }

  private void print(ShadowCounts counts) {
    terminal.print(
        "shadow %d: %d exchanges, %d would differ, %d it could not judge"
            .formatted(counts.number(), counts.exchanges(), counts.differing(), counts.failed()));
    TextTable verdicts = new TextTable("verdict", "exchanges");
    counts.verdicts().forEach(verdicts::row);
    TextTable rules = new TextTable("rule", "added", "removed", "other transform");
    counts.rules().forEach((rule, c) -> rules.row(rule, c.added(), c.removed(), c.altered()));
    for (TextTable table : List.of(verdicts, rules)) {
      if (!table.isEmpty()) {
        table.print(terminal);
      }
    }
  }
}
