package dev.sluice.dlp.scan;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where in one text each pattern may match: ranges of indices, in order. A pattern nobody spoke of
 * may match anywhere. Not thread-safe.
 */
public final class Spots {
  /** Beyond so many ranges a pattern may match anywhere. */
  private static final int MOST_RANGES = 512;

  private final int[] @Nullable [] ranges;
  private final int[] used;
  private final boolean[] around;

  /** For patterns numbered below {@code count}. */
  public Spots(int count) {
    this.ranges = new int[count][];
    this.used = new int[count];
    this.around = new boolean[count];
  }

  /** A match of the pattern may end from there to there; neither index ever falls behind. */
  public void addEnds(int pattern, int from, int to) {
    add(pattern, from, to);
  }

  /**
   * A match of the pattern may touch what lies between both indices, inclusive; {@code from} never
   * falls behind.
   */
  public void addAround(int pattern, int from, int to) {
    around[pattern] = true;
    add(pattern, Math.max(0, from), to);
  }

  private void add(int pattern, int from, int to) {
    int[] own = ranges[pattern];
    int n = used[pattern];
    if (own == null) {
      own = new int[8];
      ranges[pattern] = own;
    } else if (n > 0 && from <= own[n - 1] + 1) {
      own[n - 1] = Math.max(own[n - 1], to);
      return;
    }
    if (n == 2 * MOST_RANGES) {
      own[n - 1] = Integer.MAX_VALUE;
      return;
    }
    if (n == own.length) {
      own = Arrays.copyOf(own, 2 * n);
      ranges[pattern] = own;
    }
    own[n] = from;
    own[n + 1] = to;
    used[pattern] = n + 2;
  }

  /** The pattern may match anywhere after all. */
  public void forget(int pattern) {
    ranges[pattern] = null;
    used[pattern] = 0;
    around[pattern] = false;
  }

  /** Whether it is known where the pattern may match. */
  public boolean areKnown(int pattern) {
    return ranges[pattern] != null;
  }

  /** Whether matches may begin before a range and end behind it; if not, they end in it. */
  public boolean areAround(int pattern) {
    return around[pattern];
  }

  /** How many ranges there are. */
  public int count(int pattern) {
    return used[pattern] / 2;
  }

  /** Where a range begins. */
  public int from(int pattern, int range) {
    return Objects.requireNonNull(ranges[pattern])[2 * range];
  }

  /** Where it ends, inclusive; may lie behind the text. */
  public int to(int pattern, int range) {
    return Objects.requireNonNull(ranges[pattern])[2 * range + 1];
  }
}
