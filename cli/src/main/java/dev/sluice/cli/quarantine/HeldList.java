package dev.sluice.cli.quarantine;

import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.io.TextTable;
import dev.sluice.flink.quarantine.HeldRecord;
import dev.sluice.flink.quarantine.Pointer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Held records as a result: one by one, or added up by reason and service. */
final class HeldList {
  private final List<HeldRecord> held;
  private final Instant soon;
  private final Duration within;

  private HeldList(List<HeldRecord> held, Instant soon, Duration within) {
    this.held = held;
    this.soon = soon;
    this.within = within;
  }

  static HeldList of(List<HeldRecord> held, Instant now, Duration within) {
    return new HeldList(held, now.plus(within), within);
  }

  /**
   * One record for machines.
   *
   * @param state {@code held}, {@code ends-soon} or {@code gone}
   */
  record One(
      String record,
      String reason,
      String errorClass,
      String service,
      Instant observed,
      Optional<Instant> deletedFrom,
      String state) {}

  /** All records of one reason and service. */
  record Sum(
      String reason,
      String service,
      long records,
      long endSoon,
      long gone,
      Instant oldest,
      Optional<Instant> firstDeletedFrom) {}

  List<One> records() {
    return held.stream().map(this::one).toList();
  }

  private One one(HeldRecord h) {
    Pointer p = h.pointer();
    return new One(
        p.at().toString(),
        p.reason().code(),
        p.errorClass(),
        p.service(),
        p.observed(),
        h.deletedFrom(),
        h.gone() ? "gone" : h.endsBefore(soon) ? "ends-soon" : "held");
  }

  List<Sum> sums() {
    Map<String, List<HeldRecord>> groups =
        held.stream()
            .collect(
                Collectors.groupingBy(
                    h -> h.pointer().reason().code() + ' ' + h.pointer().service(),
                    TreeMap::new,
                    Collectors.toList()));
    List<Sum> sums = new ArrayList<>();
    groups.values().forEach(group -> sums.add(sum(group)));
    return sums;
  }

  private Sum sum(List<HeldRecord> group) {
    Pointer first = group.get(0).pointer();
    return new Sum(
        first.reason().code(),
        first.service(),
        group.size(),
        group.stream().filter(h -> h.endsBefore(soon)).count(),
        group.stream().filter(HeldRecord::gone).count(),
        group.stream()
            .map(h -> h.pointer().observed())
            .min(Comparator.naturalOrder())
            .orElseThrow(),
        group.stream()
            .filter(h -> !h.gone())
            .flatMap(h -> h.deletedFrom().stream())
            .min(Comparator.naturalOrder()));
  }

  void printRecords(Terminal terminal) {
    TextTable table = new TextTable("record", "reason", "service", "observed", "deleted from", "");
    records()
        .forEach(
            o ->
                table.row(
                    o.record(),
                    o.reason(),
                    dash(o.service()),
                    o.observed(),
                    time(o.deletedFrom()),
                    o.state()));
    print(table, terminal);
  }

  void printSums(Terminal terminal) {
    TextTable table =
        new TextTable(
            "reason", "service", "records", "end soon", "gone", "oldest", "first deleted from");
    sums()
        .forEach(
            s ->
                table.row(
                    s.reason(),
                    dash(s.service()),
                    s.records(),
                    s.endSoon(),
                    s.gone(),
                    s.oldest(),
                    time(s.firstDeletedFrom())));
    print(table, terminal);
  }

  private static void print(TextTable table, Terminal terminal) {
    if (table.isEmpty()) {
      terminal.note("nothing is held back");
    } else {
      table.print(terminal);
    }
  }

  /** Says what Kafka will delete; whether there is something to hurry for. */
  boolean warn(Terminal terminal) {
    long soonGone = held.stream().filter(h -> h.endsBefore(soon)).count();
    if (soonGone > 0) {
      terminal.note(
          soonGone
              + " records may be deleted by Kafka within "
              + within.toHours()
              + " h: retry or resolve them, or raise the topic's retention.ms");
    }
    if (held.stream().anyMatch(h -> h.bySize() && !h.gone())) {
      terminal.note("the raw topic has retention.bytes too: records may be deleted earlier");
    }
    return soonGone > 0;
  }

  private static String dash(String text) {
    return text.isEmpty() ? "-" : text;
  }

  private static String time(Optional<Instant> time) {
    return time.map(Instant::toString).orElse("never");
  }
}
