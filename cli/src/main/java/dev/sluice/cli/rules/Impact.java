package dev.sluice.cli.rules;

import dev.sluice.dlp.Detected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up how two sets of rules differ, exchange by exchange. Not thread-safe. */
final class Impact {
  /** Findings of one rule that look alike at one place of one exchange. */
  private record Key(String rule, String infoType, String location, String shape) {}

  /**
   * @param yielding not rewritten because another finding wins there
   * @param below not rewritten because the score is below the threshold
   */
  private record Counts(int rewritten, int yielding, int below) {
    static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(Detected d, double threshold) {
      if (!d.transform().isEmpty()) {
        return new Counts(rewritten + 1, yielding, below);
      }
      return d.score() >= threshold
          ? new Counts(rewritten, yielding + 1, below)
          : new Counts(rewritten, yielding, below + 1);
    }

    Counts minus(Counts other) {
      return new Counts(
          rewritten - other.rewritten, yielding - other.yielding, below - other.below);
    }
  }

  /** What becomes of a finding. */
  enum Kind {
    /** New, and rewritten. */
    ADDED,
    /** New, but below the threshold or weaker than another finding there: only shown by a scan. */
    ADDED_IDLE,
    /** Was rewritten, is not found any more. */
    REMOVED,
    /** Was only shown by a scan, is not found any more. */
    REMOVED_IDLE,
    /** Its score crossed the threshold: now it is rewritten. */
    RAISED,
    /** Its score fell below the threshold: no longer rewritten. */
    LOWERED,
    /** It wins now over another finding there. */
    PREFERRED,
    /** Another finding there wins now. */
    DISPLACED
  }

  /**
   * One line.
   *
   * @param shape of the first value seen there: letters as {@code a} or {@code A}, digits as 9
   */
  record Change(
      String change, String rule, String infoType, String location, long count, String shape) {}

  private final double threshold;
  private final SortedMap<String, Change> changes = new TreeMap<>();
  private long exchanges;

  /**
   * @param threshold score from which the policy rewrites
   */
  Impact(double threshold) {
    this.threshold = threshold;
  }

  void add(List<Detected> before, List<Detected> after) {
    exchanges++;
    Map<Key, Counts> old = counts(before);
    Map<Key, Counts> now = counts(after);
    old.forEach((key, counts) -> compare(key, counts, now.getOrDefault(key, Counts.NONE)));
    now.forEach(
        (key, counts) -> {
          if (!old.containsKey(key)) {
            compare(key, Counts.NONE, counts);
          }
        });
  }

  long exchanges() {
    return exchanges;
  }

  /** By kind, rule and location. */
  List<Change> changes() {
    return new ArrayList<>(changes.values());
  }

  long count(Kind kind) {
    return changes.values().stream()
        .filter(c -> c.change().equals(name(kind)))
        .mapToLong(Change::count)
        .sum();
  }

  private Map<Key, Counts> counts(List<Detected> found) {
    Map<Key, Counts> counts = new HashMap<>();
    for (Detected d : found) {
      Key key = new Key(d.ruleId(), d.infoType(), d.location(), d.before());
      counts.put(key, counts.getOrDefault(key, Counts.NONE).plus(d, threshold));
    }
    return counts;
  }

  private void compare(Key key, Counts old, Counts now) {
    Counts more = now.minus(old);
    int rewritten = more.rewritten();
    int decided = between(rewritten, more.yielding());
    rewritten -= decided;
    int crossed = between(rewritten, more.below());
    rewritten -= crossed;
    int idle = more.yielding() + more.below() + decided + crossed;
    count(decided > 0 ? Kind.PREFERRED : Kind.DISPLACED, key, Math.abs(decided));
    count(crossed > 0 ? Kind.RAISED : Kind.LOWERED, key, Math.abs(crossed));
    count(rewritten > 0 ? Kind.ADDED : Kind.REMOVED, key, Math.abs(rewritten));
    count(idle > 0 ? Kind.ADDED_IDLE : Kind.REMOVED_IDLE, key, Math.abs(idle));
  }

  /** How many of what was gained (or, below 0, lost) came from, or went to, the other side. */
  private static int between(int gained, int other) {
    return gained > 0
        ? Math.min(gained, Math.max(0, -other))
        : Math.max(gained, Math.min(0, -other));
  }

  private void count(Kind kind, Key key, int more) {
    if (more > 0) {
      Change one =
          new Change(name(kind), key.rule(), key.infoType(), key.location(), more, key.shape());
      changes.merge(
          kind.ordinal() + key.rule() + ' ' + key.location(),
          one,
          (a, b) ->
              new Change(
                  a.change(), a.rule(), a.infoType(), a.location(), a.count() + more, a.shape()));
    }
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
