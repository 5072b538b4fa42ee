package dev.sluice.model;

import java.util.Comparator;

/**
 * A point in time inside an exchange, so that a replay client can re-base it.
 *
 * @param location where the text stands, as in {@link Finding#location}
 * @param format name of the format, for example {@code rfc3339} or {@code epoch-seconds}
 * @param offsetMicros the time it names minus the exchange's {@code ts}, in microseconds
 */
public record TimeReference(String location, String format, long offsetMicros)
    implements Comparable<TimeReference> {
  private static final Comparator<TimeReference> ORDER =
      Comparator.comparing(TimeReference::location)
          .thenComparing(TimeReference::format)
          .thenComparingLong(TimeReference::offsetMicros);

  @Override
  public int compareTo(TimeReference other) {
    return ORDER.compare(this, other);
  }
}
