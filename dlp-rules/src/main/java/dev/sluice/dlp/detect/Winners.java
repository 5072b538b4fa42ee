package dev.sluice.dlp.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Chooses among overlapping candidates. */
final class Winners {

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::score)
          .reversed()
          .thenComparing(Comparator.comparingInt(Candidate::length).reversed())
          .thenComparingInt(Candidate::start)
          .thenComparing(c -> c.rule().id());

  private Winners() {}

  static List<Candidate> of(List<Candidate> all, double threshold) {
    List<Candidate> eligible = all.stream().filter(c -> c.score() >= threshold).toList();
    List<Candidate> ranked = new ArrayList<>(wholeValues(eligible));
    if (ranked.isEmpty()) {
      ranked.addAll(eligible);
    }
    ranked.sort(BEST_FIRST);
    TreeMap<Integer, Candidate> chosen = new TreeMap<>();
    for (Candidate candidate : ranked) {
      if (isFree(candidate, chosen)) {
        chosen.put(candidate.start(), candidate);
      }
    }
    return List.copyOf(chosen.values());
  }

  /**
   * Where a field's name makes the whole value a finding, something found inside it must not leave
   * the rest as it was: only candidates of that same span compete.
   */
  private static List<Candidate> wholeValues(List<Candidate> eligible) {
    for (Candidate whole : eligible) {
      if (whole.rule().isFieldOnly()) {
        return eligible.stream()
            .filter(c -> c.start() <= whole.start() && c.end() >= whole.end())
            .toList();
      }
    }
    return List.of();
  }

  private static boolean isFree(Candidate candidate, TreeMap<Integer, Candidate> chosen) {
    Map.Entry<Integer, Candidate> before = chosen.lowerEntry(candidate.end());
    return before == null || !before.getValue().overlaps(candidate);
  }
}
