package dev.sluice.dlp.eval;

import dev.sluice.dlp.TextFinding;
import dev.sluice.dlp.TextScanner;
import dev.sluice.dlp.eval.Tally.Hit;
import dev.sluice.model.InfoCategory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs the scanner over labelled texts and counts. Not thread-safe. */
final class TextMeasure {
  private final TextScanner scanner;
  private final double threshold;
  private final SortedMap<String, Tally> types = new TreeMap<>();
  private final SortedMap<String, Tally> secrets = new TreeMap<>();
  private final SortedMap<String, int[]> negatives = new TreeMap<>();

  TextMeasure(TextScanner scanner, double threshold) {
    this.scanner = scanner;
    this.threshold = threshold;
  }

  TextResult run(List<TextCase> cases) {
    List<List<TextFinding>> found =
        cases.parallelStream().map(c -> scanner.scan(c.text())).toList();
    for (int i = 0; i < cases.size(); i++) {
      count(cases.get(i), found.get(i));
    }
    Tally all = new Tally();
    types.values().forEach(all::add);
    return new TextResult(all.scores("all"), rows(types), rows(secrets), negativeRows());
  }

  private void count(TextCase text, List<TextFinding> found) {
    for (TextCase.Label label : text.labels()) {
      Hit hit = hit(label, found, threshold);
      boolean any = hit(label, found, 0).isRightType();
      tally(types, label.kind().type()).label(label.evident(), hit, any);
      if (label.kind().isSecret()) {
        tally(secrets, label.kind().id()).label(label.evident(), hit, any);
      }
    }
    List<TextFinding> wrong = found.stream().filter(f -> isWrong(text, f)).toList();
    wrong.forEach(f -> tally(types, f.infoType()).wrong());
    if (text.labels().isEmpty()) {
      int[] counts = negatives.computeIfAbsent(text.group(), g -> new int[2]);
      counts[0]++;
      counts[1] += wrong.isEmpty() ? 0 : 1;
    }
  }

  private static Hit hit(TextCase.Label label, List<TextFinding> found, double threshold) {
    Hit best = Hit.NONE;
    for (TextFinding f : found) {
      if (f.score() >= threshold && overlaps(label, f)) {
        Hit hit = judge(label, f);
        best = hit.compareTo(best) > 0 ? hit : best;
      }
    }
    return best;
  }

  private static Hit judge(TextCase.Label label, TextFinding f) {
    if (!label.kind().accepts(f.infoType(), f.category())) {
      return Hit.OTHER_TYPE;
    }
    return f.start() == label.start() && f.end() == label.end() ? Hit.EXACT : Hit.OVERLAP;
  }

  private boolean isWrong(TextCase text, TextFinding f) {
    return f.score() >= threshold
        && f.category() != InfoCategory.TIME
        && !text.tolerate().contains(f.infoType())
        && text.labels().stream().noneMatch(label -> overlaps(label, f));
  }

  private static boolean overlaps(TextCase.Label label, TextFinding f) {
    return f.start() < label.end() && label.start() < f.end();
  }

  private static Tally tally(SortedMap<String, Tally> rows, String name) {
    return rows.computeIfAbsent(name, n -> new Tally());
  }

  private static List<Scores> rows(SortedMap<String, Tally> rows) {
    List<Scores> scores = new ArrayList<>();
    rows.forEach((name, tally) -> scores.add(tally.scores(name)));
    return Collections.unmodifiableList(scores);
  }

  private List<TextResult.Negatives> negativeRows() {
    List<TextResult.Negatives> rows = new ArrayList<>();
    negatives.forEach((name, n) -> rows.add(new TextResult.Negatives(name, n[0], n[1])));
    return List.copyOf(rows);
  }
}
