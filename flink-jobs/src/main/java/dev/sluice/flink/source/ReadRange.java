package dev.sluice.flink.source;

import dev.sluice.model.SluiceException;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which records of a topic a bounded run reads.
 *
 * @param from first to read
 * @param to first not to read
 */
public record ReadRange(Bound from, Bound to) implements Serializable {
  /** Everything that is there when the run starts. */
  public static final ReadRange ALL = new ReadRange(Bound.OPEN, Bound.OPEN);

  /**
   * One end of the range.
   *
   * @param millis Kafka's timestamp of records, milliseconds since the epoch; -1 for none
   * @param offsets by partition, for partitions without an entry nothing is read; empty for none
   */
  public record Bound(long millis, TreeMap<Integer, Long> offsets) implements Serializable {
    /** As far as there is something. */
    public static final Bound OPEN = new Bound(-1, new TreeMap<>());

    private static final Pattern OFFSET = Pattern.compile("(\\d{1,9}):(\\d{1,18})");

    /** Reads {@code 2026-11-22T12:00:00Z} or {@code 0:1200,1:900} (partition and offset). */
    public static Bound parse(String text) {
      try {
        return new Bound(Instant.parse(text).toEpochMilli(), new TreeMap<>());
      } catch (DateTimeException | ArithmeticException e) {
        return new Bound(-1, offsets(text));
      }
    }

    private static TreeMap<Integer, Long> offsets(String text) {
      TreeMap<Integer, Long> offsets = new TreeMap<>();
      for (String one : text.split(",", -1)) {
        Matcher m = OFFSET.matcher(one);
        if (!m.matches()
            || offsets.put(Integer.valueOf(m.group(1)), Long.valueOf(m.group(2))) != null) {
          throw new SluiceException(
              "not a time or offsets: "
                  + text
                  + "; say 2026-11-22T12:00:00Z or PARTITION:OFFSET,PARTITION:OFFSET");
        }
      }
      return offsets;
    }

    boolean isTime() {
      return millis >= 0;
    }
  }

  /** Requires that the range does not end before it begins, where that can be told. */
  public ReadRange {
    boolean backwards =
        from.isTime() && to.isTime() && from.millis() >= to.millis()
            || to.offsets().entrySet().stream()
                .anyMatch(e -> e.getValue() < from.offsets().getOrDefault(e.getKey(), 0L));
    if (backwards) {
      throw new SluiceException("the range ends before it begins; check --from and --to");
    }
  }
}
