package dev.sluice.capture.imports;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go prints them ({@code time.Duration.String}): {@code 1m2.5s}, {@code 33ms}. */
final class GoDurations {
  private static final Pattern PART =
      Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,12})?)(h|ms|m|s|us|\u00b5s|\u03bcs|ns)");
  private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + "){1,8}");

  private GoDurations() {}

  /** Microseconds, or empty for what is no duration of at most a year. */
  static OptionalLong micros(String text) {
    if (!WHOLE.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    BigDecimal micros = BigDecimal.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      micros = micros.add(new BigDecimal(part.group(1)).multiply(unit(part.group(2))));
    }
    return micros.compareTo(new BigDecimal("31536000000000")) > 0
        ? OptionalLong.empty()
        : OptionalLong.of(micros.longValue());
  }

  private static BigDecimal unit(String unit) {
    return new BigDecimal(
        switch (unit) {
          case "h" -> "3600000000";
          case "m" -> "60000000";
          case "s" -> "1000000";
          case "ms" -> "1000";
          case "ns" -> "0.001";
          default -> "1";
        });
  }
}
