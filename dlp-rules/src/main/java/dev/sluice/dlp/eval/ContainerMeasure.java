package dev.sluice.dlp.eval;

import dev.sluice.dlp.Engine;
import dev.sluice.model.Capture;
import dev.sluice.model.Exchange;
import dev.sluice.model.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs planted messages through the engine and counts. Not thread-safe. */
final class ContainerMeasure {
  /** Shorter values are found by chance in other text. */
  private static final int SEARCHABLE = 8;

  private final Engine engine;
  private final Map<String, ContainerTally> containers = new LinkedHashMap<>();
  private final SortedMap<String, ContainerTally> kinds = new TreeMap<>();

  ContainerMeasure(Engine engine) {
    this.engine = engine;
  }

  ContainerResult run(List<Planted> planted) {
    List<Outcome> outcomes = planted.parallelStream().map(this::outcome).toList();
    for (int i = 0; i < planted.size(); i++) {
      Planted p = planted.get(i);
      containers
          .computeIfAbsent(p.container().name(), n -> new ContainerTally())
          .add(p, outcomes.get(i));
      kinds.computeIfAbsent(p.kind().id(), n -> new ContainerTally()).add(p, outcomes.get(i));
    }
    ContainerTally all = new ContainerTally();
    for (int i = 0; i < planted.size(); i++) {
      all.add(planted.get(i), outcomes.get(i));
    }
    return new ContainerResult(all.row("all"), rows(containers), rows(kinds));
  }

  private static List<ContainerRow> rows(Map<String, ContainerTally> tallies) {
    List<ContainerRow> rows = new ArrayList<>();
    tallies.forEach((name, tally) -> rows.add(tally.row(name)));
    return List.copyOf(rows);
  }

  private Outcome outcome(Planted p) {
    Exchange raw = p.container().write(p.fields(), p.at());
    Verdict verdict = engine.sanitize(new Capture(raw));
    return verdict instanceof Verdict.Pass pass
        ? judge(p, raw, pass.exchange().exchange())
        : Outcome.QUARANTINED;
  }

  private static Outcome judge(Planted p, Exchange raw, Exchange out) {
    List<String> before = p.container().read(raw);
    List<String> after = valuesOf(p, out);
    if (after.stream().anyMatch(v -> v.contains(p.value())) || isFound(p, out)) {
      return Outcome.LEAKED;
    }
    return isSameBut(before.indexOf(p.fieldValue()), before, after)
        ? Outcome.CLEAN
        : Outcome.ALTERED;
  }

  private static boolean isFound(Planted p, Exchange out) {
    return p.value().length() >= SEARCHABLE && Decodings.contain(out, p.value());
  }

  /** None if the message is not what it was any more. */
  private static List<String> valuesOf(Planted p, Exchange out) {
    try {
      return p.container().read(out);
    } catch (RuntimeException e) {
      return List.of();
    }
  }

  private static boolean isSameBut(int at, List<String> before, List<String> after) {
    if (before.size() != after.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      if (i != at && !before.get(i).equals(after.get(i))) {
        return false;
      }
    }
    return true;
  }
}
