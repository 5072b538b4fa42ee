package dev.sluice.cli.policy;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.io.TextTable;
import dev.sluice.cli.timeline.TimelineOptions;
import dev.sluice.flink.policy.Entry;
import dev.sluice.flink.policy.PolicyBundle;
import dev.sluice.flink.policy.Publication;
import dev.sluice.flink.policy.Publisher;
import dev.sluice.flink.policy.SourceText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sluice policy list}. */
@Command(
    name = "list",
    description = "Show the timeline of published policies, as jobs with the same keys see it.",
    footer = {"", "Examples:", "  sluice policy list --brokers kafka:9092 --trust publisher.pub"})
final class ListPublications implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private TimelineOptions timeline;
  @Mixin private JsonOption json;

  ListPublications(Terminal terminal) {
    this.terminal = terminal;
  }

  /** An entry for machines. */
  record View(
      long number,
      String kind,
      Instant effectiveFrom,
      String state,
      String policy,
      String packs,
      String policyDigest,
      String by,
      String reason) {}

  @Override
  public Integer call() {
    try (Publisher publisher = timeline.open(List.of())) {
      List<Entry> entries = publisher.entries();
      List<View> views = entries.stream().map(e -> view(e, entries)).toList();
      if (json.isSet()) {
        Json.print(terminal, views);
      } else {
        print(views);
      }
      if (publisher.refused() > 0) {
        terminal.note(
            publisher.refused()
                + " records on the topic are not entries that jobs with these keys use");
      }
      return ExitCode.OK;
    }
  }

  private void print(List<View> views) {
    TextTable table =
        new TextTable("no", "kind", "effective from", "state", "policy", "packs", "by", "reason");
    views.forEach(
        v ->
            table.row(
                v.number(),
                v.kind(),
                v.effectiveFrom(),
                v.state(),
                v.policy(),
                v.packs(),
                v.by(),
                v.reason()));
    if (!table.isEmpty()) {
      table.print(terminal);
    }
  }

  private static View view(Entry entry, List<Entry> all) {
    Publication p = entry.publication();
    PolicyBundle bundle = p.bundle();
    return new View(
        p.number(),
        p.kind().name().toLowerCase(Locale.ROOT),
        p.effectiveFrom(),
        state(entry, all),
        bundle.policy().map(SourceText::name).orElse("as started"),
        bundle
            .packs()
            .map(packs -> packs.stream().map(SourceText::name).collect(Collectors.joining(" ")))
            .orElse("as started"),
        p.policyDigest(),
        p.by(),
        p.reason());
  }

  private static String state(Entry entry, List<Entry> all) {
    if (!entry.isUsable()) {
      return "unused: " + entry.unusable().orElse("");
    }
    Publication p = entry.publication();
    Instant now = Instant.now();
    boolean replaced =
        all.stream()
            .filter(Entry::isUsable)
            .map(Entry::publication)
            .filter(o -> o.kind() == p.kind() && o.number() > p.number())
            .anyMatch(o -> !o.effectiveFrom().isAfter(now));
    if (replaced) {
      return "before";
    }
    return p.effectiveFrom().isAfter(now) ? "to come" : "in force";
  }
}
