package dev.sluice.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The readable, deterministic name of one revision of one window: {@code
 * checkout-prod-20261122T120000Z-5m-r1}, or {@code …-b<run>-r1} for a backfill.
 *
 * @param run the backfill's name, empty for the live run
 * @param revision 1 or more
 */
public record SnapshotId(
    String service,
    String env,
    Instant windowStart,
    Duration window,
    Optional<String> run,
    int revision) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern TEXT =
      Pattern.compile(
          "(?<stem>[a-z0-9-]{3,127})-(?<stamp>\\d{8}T\\d{6}Z)-(?<n>\\d{1,9})(?<unit>[smhd])(?:-b(?<run>[a-z0-9]{1,20}))?-r(?<rev>\\d{1,6})");

  /** The same window's next revision. */
  public SnapshotId withRevision(int next) {
    return new SnapshotId(service, env, windowStart, window, run, next);
  }

  /**
   * {@code <env>/<service>/<yyyy>/<mm>/<dd>/<snapshot-id>/}: the folder of this revision in the
   * bucket.
   */
  public String prefix() {
    return env + "/" + service + "/" + DAY.format(windowStart) + "/" + this + "/";
  }

  public String manifestKey() {
    return prefix() + "manifest.json";
  }

  public Instant windowEnd() {
    return windowStart.plus(window);
  }

  @Override
  public String toString() {
    return service
        + "-"
        + env
        + "-"
        + STAMP.format(windowStart)
        + "-"
        + windowText(window)
        + run.map(r -> "-b" + r).orElse("")
        + "-r"
        + revision;
  }

  /** Whether {@code text} has the shape of a snapshot id (and so is safe in a path). */
  public static boolean isWellFormed(String text) {
    return TEXT.matcher(text).matches();
  }

  /** The revision an id text ends in, or empty if it is no snapshot id. */
  public static Optional<Integer> revisionOf(String text) {
    Matcher m = TEXT.matcher(text);
    return m.matches() ? Optional.of(Integer.parseInt(m.group("rev"))) : Optional.empty();
  }

  /** Reads what {@link #prefix} writes; empty for whatever else. */
  public static Optional<SnapshotId> ofPrefix(String prefix) {
    String[] folders = prefix.split("/");
    Matcher m = TEXT.matcher(folders[folders.length - 1]);
    if (folders.length != 6 || !m.matches()) {
      return Optional.empty();
    }
    try {
      SnapshotId id =
          new SnapshotId(
              folders[1],
              folders[0],
              STAMP.parse(m.group("stamp"), Instant::from),
              window(Long.parseLong(m.group("n")), m.group("unit")),
              Optional.ofNullable(m.group("run")),
              Integer.parseInt(m.group("rev")));
      return id.prefix().equals(prefix) ? Optional.of(id) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration window(long n, String unit) {
    return switch (unit) {
      case "d" -> Duration.ofDays(n);
      case "h" -> Duration.ofHours(n);
      case "m" -> Duration.ofMinutes(n);
      default -> Duration.ofSeconds(n);
    };
  }

  /** A window's length in its largest whole unit: {@code 5m}, {@code 90s}, {@code 1h}. */
  public static String windowText(Duration window) {
    long s = window.toSeconds();
    if (s % 86_400 == 0) {
      return s / 86_400 + "d";
    }
    if (s % 3_600 == 0) {
      return s / 3_600 + "h";
    }
    return s % 60 == 0 ? s / 60 + "m" : s + "s";
  }
}
