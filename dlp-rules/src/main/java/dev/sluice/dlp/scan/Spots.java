package dev.sluice.dlp.scan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where in one long text each pattern may match: ranges of indices, in order. A pattern nobody
 * spoke of may match anywhere. Not thread-safe.
 */
public final class Spots {
  /** Beyond so many ranges a pattern may match anywhere. */
  private static final int MOST_RANGES = 512;

  private final int[] @Nullable [] ranges;
  private final int[] used;

  /** For patterns numbered below {@code count}. */
  public Spots(int count) {
    this.ranges = new int[count][];
    this.used = new int[count];
  }

  /** The pattern may match between both indices, inclusive; {@code from} never falls behind. */
  public void add(int pattern, int from, int to) {
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
  }

  /** Whether the pattern may match somewhere between both indices, inclusive. */
  public boolean touch(int pattern, int from, int to) {
    int[] own = ranges[pattern];
    if (own == null) {
      return true;
    }
    int low = 0;
    int high = used[pattern] / 2 - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (own[2 * middle + 1] < from) {
        low = middle + 1;
      } else if (own[2 * middle] > to) {
        high = middle - 1;
      } else {
        return true;
      }
    }
    return false;
  }
}
