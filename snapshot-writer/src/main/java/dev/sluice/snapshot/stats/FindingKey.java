package dev.sluice.snapshot.stats;

import dev.sluice.model.Finding;
import dev.sluice.model.FindingCount;
import dev.sluice.model.InfoCategory;
import java.util.Comparator;

/** What findings are counted by. */
record FindingKey(
    String ruleId, String infoType, InfoCategory category, String location, String transform)
    implements Comparable<FindingKey> {
  private static final Comparator<FindingKey> ORDER =
      Comparator.comparing(FindingKey::ruleId)
          .thenComparing(FindingKey::location)
          .thenComparing(FindingKey::infoType)
          .thenComparing(FindingKey::category)
          .thenComparing(FindingKey::transform);

  static FindingKey of(Finding finding) {
    return new FindingKey(
        finding.ruleId(),
        finding.infoType(),
        finding.category(),
        finding.location(),
        finding.transform());
  }

  static FindingKey of(FindingCount count) {
    return new FindingKey(
        count.ruleId(), count.infoType(), count.category(), count.location(), count.transform());
  }

  /** Stands for all of its part of the exchange that are not to be named. */
  FindingKey unnamed() {
    String part = location.substring(0, location.indexOf(':') + 1) + "*";
    return new FindingKey(ruleId, infoType, category, part, transform);
  }

  FindingCount count(long count) {
    return new FindingCount(ruleId, infoType, category, location, transform, count);
  }

  @Override
  public int compareTo(FindingKey other) {
    return ORDER.compare(this, other);
  }
}
