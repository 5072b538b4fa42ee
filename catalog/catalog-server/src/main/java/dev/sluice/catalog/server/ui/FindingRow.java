package dev.sluice.catalog.server.ui;

import dev.sluice.model.FindingCount;
import java.util.Comparator;
import java.util.List;

/**
 * One rule at one location.
 *
 * @param heat 1 to 5, how frequent it is among the snapshot's findings
 * @param newRule whether the row before was another rule
 */
public record FindingRow(FindingCount finding, int heat, boolean newRule) {

  static List<FindingRow> of(List<FindingCount> findings) {
    List<FindingCount> sorted =
        findings.stream()
            .sorted(
                Comparator.comparing(FindingCount::category)
                    .thenComparing(FindingCount::ruleId)
                    .thenComparing(Comparator.comparingLong(FindingCount::count).reversed())
                    .thenComparing(FindingCount::location))
            .toList();
    long most = sorted.stream().mapToLong(FindingCount::count).max().orElse(1);
    return java.util.stream.IntStream.range(0, sorted.size())
        .mapToObj(
            i ->
                new FindingRow(
                    sorted.get(i),
                    heat(sorted.get(i).count(), most),
                    i == 0 || !sorted.get(i - 1).ruleId().equals(sorted.get(i).ruleId())))
        .toList();
  }

  private static int heat(long count, long most) {
    return (int) Math.max(1, Math.ceil(5 * Math.log1p(count) / Math.log1p(Math.max(1, most))));
  }
}
