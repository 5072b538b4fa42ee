package dev.sluice.dlp;

import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.gate.Originals;
import dev.sluice.dlp.walk.Reach;
import dev.sluice.model.InfoCategory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Adds values known from elsewhere in the exchange to what detection found in one value. */
final class KnownValues {

  private KnownValues() {}

  static List<Candidate> merge(
      List<Candidate> winners, List<Originals.Hit> hits, ValueContext context) {
    if (hits.isEmpty()) {
      return winners;
    }
    List<Candidate> merged = new ArrayList<>(winners);
    for (Originals.Hit hit : hits) {
      if (hit.strong() || Reach.isFree(context)) {
        add(merged, hit);
      }
    }
    merged.sort(Comparator.comparingInt(Candidate::start));
    return merged;
  }

  /** A longer known value beats a time that would be kept; other findings replace it anyway. */
  private static void add(List<Candidate> merged, Originals.Hit hit) {
    Candidate known = new Candidate(hit.start(), hit.end(), hit.rule(), 1);
    List<Candidate> inTheWay = merged.stream().filter(known::overlaps).toList();
    boolean onlyTimes = inTheWay.stream().allMatch(c -> c.rule().category() == InfoCategory.TIME);
    if (inTheWay.isEmpty() || (onlyTimes && hit.anywhere())) {
      merged.removeAll(inTheWay);
      merged.add(known);
    }
  }
}
