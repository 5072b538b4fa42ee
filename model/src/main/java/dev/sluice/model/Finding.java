package dev.sluice.model;

import java.util.Comparator;

/**
 * A sensitive value that was found, without the value.
 *
 * @param ruleId the rule that found it, for example {@code email-address}
 * @param infoType what it is, for example {@code EMAIL_ADDRESS}
 * @param location where, built from sanitized names only, for example {@code
 *     request.body:$.user.email}
 * @param transform what replaced it, for example {@code tokenize}
 * @param start first character of the span within the value at the location, counted from 0
 * @param end one past the last character of the span
 * @param score confidence, 0 to 1
 */
public record Finding(
    String ruleId,
    String infoType,
    InfoCategory category,
    String location,
    String transform,
    int start,
    int end,
    double score)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::location)
          .thenComparingInt(Finding::start)
          .thenComparingInt(Finding::end)
          .thenComparing(Finding::ruleId)
          .thenComparing(Finding::infoType)
          .thenComparing(Finding::category)
          .thenComparing(Finding::transform)
          .thenComparingDouble(Finding::score);

  /** By location, then span, then rule: the order in rows and reports. */
  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
