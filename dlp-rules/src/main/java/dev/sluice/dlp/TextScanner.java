package dev.sluice.dlp;

import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.Detector;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.rules.RulePack;
import java.util.ArrayList;
import java.util.List;

/** Finds all validated candidates in plain texts, overlaps included. Immutable and thread-safe. */
public final class TextScanner {
  private final Detector detector;

  private TextScanner(Detector detector) {
    this.detector = detector;
  }

  /** A scanner with all rules of the packs; no policy applies. */
  public static TextScanner of(List<RulePack> packs) {
    return new TextScanner(Detector.of(packs));
  }

  /** Candidates sorted by start, end and rule; offsets in code points, half-open. */
  public List<TextFinding> scan(String text) {
    List<TextFinding> found = new ArrayList<>();
    for (Candidate c : detector.detect(text, ValueContext.text())) {
      int start = text.codePointCount(0, c.start());
      int end = start + text.codePointCount(c.start(), c.end());
      found.add(
          new TextFinding(
              start, end, c.rule().infoType(), c.rule().category(), c.rule().id(), c.score()));
    }
    return found;
  }
}
