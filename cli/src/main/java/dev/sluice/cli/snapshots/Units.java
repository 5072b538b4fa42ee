package dev.sluice.cli.snapshots;

import java.util.Locale;

/** Numbers as people read them. */
final class Units {
  private Units() {}

  static String millis(long micros) {
    return String.format(Locale.ROOT, "%.1f ms", micros / 1000.0);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", share * 100);
  }
}
