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

  /** ISO 8601 as policies write it, where that can say it; any other text as it is. */
  static String shortened(String iso) {
    if (!iso.startsWith("PT")) {
      return iso;
    }
    long seconds = Duration.parse(iso).toSeconds();
    String[] units = {"d", "h", "m"};
    long[] lengths = {86_400, 3_600, 60};
    for (int i = 0; i < units.length; i++) {
      if (seconds > 0 && seconds % lengths[i] == 0) {
        return seconds / lengths[i] + units[i];
      }
    }
    return seconds + "s";
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
