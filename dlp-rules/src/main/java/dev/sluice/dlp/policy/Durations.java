package dev.sluice.dlp.policy;

import java.time.Duration;
import java.util.Optional;

/** Durations as policies write them: a whole number and one of s, m, h, d. */
final class Durations {

  private Durations() {}

  static Optional<Duration> parse(String text) {
    int last = text.length() - 1;
    if (last < 1 || last > 9 || !text.substring(0, last).chars().allMatch(Durations::isDigit)) {
      return Optional.empty();
    }
    long n = Long.parseLong(text.substring(0, last));
    return switch (text.charAt(last)) {
      case 's' -> Optional.of(Duration.ofSeconds(n));
      case 'm' -> Optional.of(Duration.ofMinutes(n));
      case 'h' -> Optional.of(Duration.ofHours(n));
      case 'd' -> Optional.of(Duration.ofDays(n));
      default -> Optional.empty();
    };
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
