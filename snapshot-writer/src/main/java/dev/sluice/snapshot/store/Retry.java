package dev.sluice.snapshot.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Repeats calls that fail for a passing reason, with doubling pauses and jitter.
 *
 * @param attempts at least 1
 * @param firstPause before the second attempt
 * @param longestPause upper limit of a pause
 */
public record Retry(int attempts, Duration firstPause, Duration longestPause) {
  /** Five attempts within about three seconds; whoever can wait longer repeats the call. */
  public static final Retry DEFAULT = new Retry(5, Duration.ofMillis(100), Duration.ofSeconds(2));

  /** No second attempt. */
  public static final Retry NONE = new Retry(1, Duration.ZERO, Duration.ZERO);

  <T> T run(Supplier<T> call) {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.get();
      } catch (StoreException e) {
        if (!e.retryable() || attempt >= attempts || !pause(attempt)) {
          throw e;
        }
      }
    }
  }

  private boolean pause(int attempt) {
    long most =
        Math.min(longestPause.toMillis(), firstPause.toMillis() << Math.min(20, attempt - 1));
    try {
      Thread.sleep(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
