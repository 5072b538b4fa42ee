package dev.sluice.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a snapshot must keep within, as a policy says. Immutable.
 *
 * @param quarantinedRatio largest share of a window's records that were quarantined, 0 to 1
 * @param residualFindings most records quarantined because the second look still found something
 * @param unknownBodies most bodies that could not be read, or were not what their type says
 * @param exchanges least number of rows
 * @param uniqueness largest share of subjects that are alone with their values in a set of {@link
 *     QuasiIdentifiers}, 0 to 1
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SealLimits(
    Optional<Double> quarantinedRatio,
    Optional<Long> residualFindings,
    Optional<Long> unknownBodies,
    Optional<Long> exchanges,
    Optional<Double> uniqueness) {
  /** No limits. */
  public static final SealLimits NONE =
      new SealLimits(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final List<String> UNKNOWN = List.of(":placeholder", ":content-type-mismatch");

  public SealLimits {
    // Limits written before uniqueness was measured have none.
    uniqueness = uniqueness == null ? Optional.empty() : uniqueness;
  }

  /** Whether it limits anything. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  /**
   * The limits that a snapshot does not keep, one line each.
   *
   * @param rows of all parts
   * @param quarantined records of the window, by reason code
   * @param notes fidelity notes with their counts
   * @param unique how unique subjects are, by set of fields
   */
  public List<String> breaches(
      long rows,
      SortedMap<String, Long> quarantined,
      SortedMap<String, Long> notes,
      List<Uniqueness> unique) {
    List<String> breaches = new ArrayList<>();
    quarantinedRatio
        .filter(limit -> ratio(rows, quarantined) > limit)
        .ifPresent(limit -> breaches.add(ratioLine(ratio(rows, quarantined), limit)));
    residualFindings.ifPresent(
        limit -> add(breaches, "residual findings", residual(quarantined), limit));
    unknownBodies.ifPresent(limit -> add(breaches, "unknown bodies", unknown(notes), limit));
    exchanges
        .filter(least -> rows < least)
        .ifPresent(least -> breaches.add("exchanges: " + rows + " is below " + least));
    uniqueness.ifPresent(limit -> unique.forEach(u -> add(breaches, u, limit)));
    return breaches;
  }

  private static void add(List<String> breaches, String what, long count, long limit) {
    if (count > limit) {
      breaches.add(what + ": " + count + " is above " + limit);
    }
  }

  private static void add(List<String> breaches, Uniqueness u, double limit) {
    if (u.share() > limit) {
      breaches.add(
          String.format(
              Locale.ROOT, "uniqueness of %s: %.4f is above %s", u.set(), u.share(), limit));
    }
  }

  private static double ratio(long rows, SortedMap<String, Long> quarantined) {
    long out = quarantined.values().stream().mapToLong(Long::longValue).sum();
    return out == 0 ? 0 : (double) out / (rows + out);
  }

  private static String ratioLine(double ratio, double limit) {
    return String.format(Locale.ROOT, "quarantined ratio: %.4f is above %s", ratio, limit);
  }

  private static long residual(SortedMap<String, Long> quarantined) {
    return quarantined.getOrDefault(QuarantineReason.RESIDUAL_FINDING.code(), 0L)
        + quarantined.getOrDefault(QuarantineReason.ORIGINAL_SURVIVED.code(), 0L);
  }

  private static long unknown(SortedMap<String, Long> notes) {
    return notes.entrySet().stream()
        .filter(note -> UNKNOWN.stream().anyMatch(note.getKey()::endsWith))
        .mapToLong(note -> note.getValue())
        .sum();
  }
}
