package dev.sluice.cli.doctor;

import java.time.Duration;

/** Long times in words. */
final class Days {
  private Days() {}

  static String of(Duration time) {
    if (time.toDays() > 1) {
      return time.toDays() + " days";
    }
    return time.toHours() > 0 ? time.toHours() + " h" : time.toMinutes() + " min";
  }
}
