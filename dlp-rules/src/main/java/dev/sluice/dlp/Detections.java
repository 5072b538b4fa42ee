package dev.sluice.dlp;

import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.Detector;
import dev.sluice.dlp.detect.ValueContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Detection for one exchange. Remembers what it scanned, so that the second look need not scan
 * again what the first scanned in the same decoding; that it forgets above a limit changes no
 * result. Not thread-safe.
 */
final class Detections {
  /** Characters of all texts remembered: 32 Mi, so at most 64 MiB per exchange in work. */
  private static final long MOST_CHARS = 32L << 20;

  private static final int MOST = 50_000;

  private record Key(String text, ValueContext context) {}

  private record Found(List<Candidate> all, List<Candidate> winners) {}

  private final Detector detector;
  private final double threshold;
  private final Set<String> allow;
  private final Set<String> disabled;
  private final double leastScore;
  private final Map<Key, Found> known = new HashMap<>();
  private long chars;

  /**
   * @param leastScore candidates below it are not told; the detector may know more
   */
  Detections(Detector detector, Facet facet, double leastScore) {
    this.detector = detector;
    this.threshold = facet.policy().threshold();
    this.allow = facet.policy().allow();
    this.disabled = facet.disabled();
    this.leastScore = leastScore;
  }

  List<Candidate> winners(String text, ValueContext context) {
    return found(text, context).winners();
  }

  List<Candidate> all(String text, ValueContext context) {
    return found(text, context).all();
  }

  private Found found(String text, ValueContext context) {
    Key key = new Key(text, context);
    Found found = known.get(key);
    if (found == null) {
      found = detect(text, context);
      if (known.size() < MOST && chars + text.length() < MOST_CHARS) {
        known.put(key, found);
        chars += text.length();
      }
    }
    return found;
  }

  private boolean applies(Candidate c, String text) {
    return c.score() >= leastScore
        && !disabled.contains(c.rule().id())
        && (allow.isEmpty() || !allow.contains(text.substring(c.start(), c.end())));
  }

  private Found detect(String text, ValueContext context) {
    List<Candidate> all = detector.detect(text, context);
    if (!all.isEmpty()) {
      all = all.stream().filter(c -> applies(c, text)).toList();
    }
    return new Found(all, all.isEmpty() ? all : Detector.winners(all, threshold));
  }
}
