package dev.sluice.catalog.server.ui;

import dev.sluice.model.SnapshotId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as people read them; every number says its unit. */
public final class Format {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Format() {}

  /** {@code 423,734}. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** {@code 850 µs}, {@code 142 ms}, {@code 1.24 s}; a dash where no latency was captured. */
  public static String latency(long micros) {
    if (micros <= 0) {
      return "–";
    }
    if (micros < 1_000) {
      return micros + " µs";
    }
    if (micros < 1_000_000) {
      double millis = micros / 1_000.0;
      return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }
    return String.format(Locale.ROOT, "%.2f s", micros / 1_000_000.0);
  }

  /** A share of 0 to 1 as {@code 0.12%}. */
  public static String percent(double share) {
    double percent = share * 100;
    if (percent == 0) {
      return "0%";
    }
    return String.format(Locale.ROOT, percent < 1 ? "%.2f%%" : "%.1f%%", percent);
  }

  /** {@code +4.1%}: how much {@code now} differs from {@code before}; a dash where unknown. */
  public static String change(long before, long now) {
    return before <= 0 || now <= 0
        ? "–"
        : String.format(Locale.ROOT, "%+.1f%%", (now - before) * 100.0 / before);
  }

  /** {@code 8.0 MiB}. */
  public static String bytes(long value) {
    if (value < 1_024) {
      return value + " B";
    }
    return value < 1_048_576
        ? String.format(Locale.ROOT, "%.1f KiB", value / 1_024.0)
        : String.format(Locale.ROOT, "%.1f MiB", value / 1_048_576.0);
  }

  /** {@code 12.3 per second}. */
  public static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond < 10 ? "%.2f" : "%,.0f", perSecond);
  }

  /** UTC, with seconds only where they are not zero. */
  public static String time(Instant time) {
    return (time.getEpochSecond() % 60 == 0 ? MINUTES : SECONDS).format(time);
  }

  /** UTC with seconds. */
  public static String exactTime(Instant time) {
    return SECONDS.format(time);
  }

  /** {@code 5m}, {@code 10s}. */
  public static String window(Instant start, Instant end) {
    return SnapshotId.windowText(Duration.between(start, end));
  }

  /** {@code PENDING} as {@code Pending}. */
  public static String word(Enum<?> constant) {
    String name = constant.name().replace('_', ' ');
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  /** The first 12 hex digits of a digest. */
  public static String shortDigest(String digest) {
    String hex = digest.substring(digest.indexOf(':') + 1);
    return hex.length() > 12 ? hex.substring(0, 12) + "…" : hex;
  }
}
