package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Candidate;
import java.util.ArrayList;
import java.util.List;

/** Findings in parts of a text among those of the whole. */
final class Overlaps {

  private Overlaps() {}

  static Candidate shifted(Candidate c, int by) {
    return new Candidate(c.start() + by, c.end() + by, c.rule(), c.score());
  }

  /**
   * Both lists in one: a finding of a part goes before those of the whole that lie in it, and gives
   * way to one that reaches beyond it. Each list is sorted by start and without overlaps.
   */
  static List<Candidate> merged(List<Candidate> whole, List<Candidate> parts) {
    List<Candidate> out = new ArrayList<>(whole.size() + parts.size());
    int next = 0;
    for (Candidate part : parts) {
      while (next < whole.size() && whole.get(next).end() <= part.start()) {
        out.add(whole.get(next++));
      }
      int end = next;
      boolean inside = true;
      while (end < whole.size() && whole.get(end).start() < part.end()) {
        Candidate c = whole.get(end++);
        inside &= c.start() >= part.start() && c.end() <= part.end();
      }
      if (inside) {
        out.add(part);
        next = end;
      }
    }
    out.addAll(whole.subList(next, whole.size()));
    return out;
  }
}
