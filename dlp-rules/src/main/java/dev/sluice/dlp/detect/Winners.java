package dev.sluice.dlp.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses among overlapping candidates. Where a field's name makes the whole value a finding,
 * something found inside it must not leave the rest as it was: only candidates of that same span
 * compete.
 */
final class Winners {

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::score)
          .reversed()
          .thenComparing(Comparator.comparingInt(Candidate::length).reversed())
          .thenComparingInt(Candidate::start)
          .thenComparing(c -> c.rule().id());

  private Winners() {}

  static List<Candidate> of(List<Candidate> all, double threshold) {
    List<Candidate> ranked = new ArrayList<>(all.size());
    Candidate whole = null;
    for (Candidate candidate : all) {
      if (candidate.score() >= threshold) {
        ranked.add(candidate);
        whole = whole == null && candidate.rule().isFieldOnly() ? candidate : whole;
      }
    }
    if (whole != null) {
      Candidate field = whole;
      ranked.removeIf(c -> c.start() > field.start() || c.end() < field.end());
    }
    if (ranked.size() < 2) {
      return List.copyOf(ranked);
    }
    ranked.sort(BEST_FIRST);
    return chosen(ranked);
  }

  private static List<Candidate> chosen(List<Candidate> ranked) {
    TreeMap<Integer, Candidate> chosen = new TreeMap<>();
    for (Candidate candidate : ranked) {
      if (isFree(candidate, chosen)) {
        chosen.put(candidate.start(), candidate);
      }
    }
    return List.copyOf(chosen.values());
  }

  private static boolean isFree(Candidate candidate, TreeMap<Integer, Candidate> chosen) {
    Map.Entry<Integer, Candidate> before = chosen.lowerEntry(candidate.end());
    return before == null || !before.getValue().overlaps(candidate);
  }
}
