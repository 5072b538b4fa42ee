package dev.sluice.dlp.detect;

import dev.sluice.dlp.rules.Boundary;
import dev.sluice.dlp.scan.Regex;
import dev.sluice.dlp.scan.RegexFacts;
import dev.sluice.dlp.scan.SpanSearch;
import dev.sluice.dlp.scan.Spots;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One pattern over one text. Where the pattern's alphabet allows it only the runs of that alphabet
 * are searched, each with one character on both sides so that {@code \b} sees the same: a match
 * cannot leave its run, so the result is that of a search through the whole text.
 */
final class PatternScan {

  /**
   * A rejected match is tried again further right only if a match is short; else work is square.
   */
  private static final int LONGEST_RETRIED = 256;

  private final SpanPattern pattern;
  private final RegexFacts facts;
  private final Optional<Regex> syntax;
  private final Boundary boundary;
  private final boolean byRuns;

  PatternScan(String regex, Boundary boundary, boolean wholeMatch) {
    this.pattern = new SpanPattern(regex);
    this.facts = RegexFacts.of(regex);
    this.syntax = Regex.parse(regex).map(r -> Bounded.of(r, boundary, wholeMatch));
    this.boundary = boundary;
    this.byRuns = !facts.equals(RegexFacts.UNKNOWN);
  }

  /** What a sink answers that takes nothing of a span. */
  static final int REFUSED = -1;

  /** Takes spans, and the whole matches they are part of; returns the end of what it accepted. */
  interface Sink {
    int accept(int start, int end, int matchStart, int matchEnd);
  }

  /** For the filter over all patterns; empty where the pattern must always be tried. */
  Optional<Regex> syntax() {
    return syntax;
  }

  RegexFacts facts() {
    return facts;
  }

  boolean matchesEmpty() {
    return pattern.over("", 0, 0).find(0);
  }

  /**
   * With the gates.
   *
   * @param spots where the rule of that number may match at all, if known
   */
  void scan(String text, TextFacts textFacts, @Nullable Spots spots, int rule, Sink sink) {
    if (!textFacts.mayHold(facts)) {
      return;
    }
    if (!byRuns) {
      search(text, 0, text.length(), sink);
    } else if (spots == null || !spots.areKnown(rule)) {
      runs(text, 0, text.length(), sink);
    } else {
      windows(text, spots, rule, sink);
    }
  }

  /**
   * In each run of the pattern's alphabet that is long enough.
   *
   * @return false if a match reached beyond the part of the text
   */
  private boolean runs(String text, int from, int to, Sink sink) {
    int i = from;
    while (i < to) {
      while (i < to && !facts.alphabet().contains(text.charAt(i))) {
        i++;
      }
      int start = i;
      i = runEnd(text, i, to);
      if (mayHold(text, start, i) && !search(text, start, i, sink)) {
        return false;
      }
    }
    return true;
  }

  /** Around the places where a match may end, or that it may touch: as far as it can reach. */
  private void windows(String text, Spots spots, int rule, Sink sink) {
    int ranges = spots.count(rule);
    boolean around = spots.areAround(rule);
    int done = 0;
    for (int i = 0; i < ranges; i++) {
      int end = end(text, spots.to(rule, i));
      if (end <= done) {
        continue;
      }
      int start = reach(text, spots.from(rule, i), around, done);
      while (i + 1 < ranges && reach(text, spots.from(rule, i + 1), around, end) <= end) {
        end = Math.max(end, end(text, spots.to(rule, ++i)));
      }
      if (!runs(text, start, end, sink)) {
        end = runEnd(text, end, text.length());
        runs(text, start, end, sink);
      }
      done = end;
    }
  }

  /** A match that may end there may first be sought, and refused, in a longer form. */
  private int end(String text, int to) {
    int end = Math.min(to, text.length());
    return runEnd(text, end, end + facts.maxLength());
  }

  /**
   * How far back a match that ends there, or later in one go, can begin. Where not each end is
   * known, matches that follow on each other are sought from the first.
   */
  private int reach(String text, int end, boolean around, int least) {
    int start = Math.max(least, Math.min(end, text.length()));
    int first = around ? least : Math.max(least, start - facts.maxLength());
    while (start > first && facts.alphabet().contains(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** Where the run of the alphabet ends, looked for no further than {@code most}. */
  private int runEnd(String text, int from, int most) {
    int end = from;
    int last = Math.min(most, text.length());
    while (end < last && facts.alphabet().contains(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private boolean mayHold(String text, int start, int end) {
    return end - start >= facts.minLength() && TextFacts.of(text, start, end).mayHold(facts);
  }

  /** Without any gate: the reference the gates are tested against. */
  void scanNaively(String text, Sink sink) {
    search(pattern.naivelyOver(text, 0, text.length()), 0, text, 0, text.length(), sink);
  }

  /**
   * Searches a part of the text. The pattern sees one character more on both sides, for {@code \b}.
   *
   * @return false if a match reached beyond the part, so that the part was cut too short
   */
  private boolean search(String text, int start, int end, Sink sink) {
    int offset = Math.max(0, start - 1);
    int stop = Math.min(text.length(), end + 1);
    return search(pattern.over(text, offset, stop), offset, text, start, end, sink);
  }

  private boolean search(SpanSearch spans, int offset, String text, int start, int end, Sink sink) {
    boolean grouped = spans.groups() > 0;
    int from = firstBegin(start, grouped, text, end);
    while (from < end && spans.find(from - offset)) {
      if (offset + spans.end(0) > end) {
        return false;
      }
      int group = valueGroup(spans);
      int found = spans.start(group);
      int accepted =
          found >= 0 && Neighbours.beginAllowed(boundary, text, offset + found)
              ? sink.accept(
                  offset + found,
                  offset + spans.end(group),
                  offset + spans.start(0),
                  offset + spans.end(0))
              : REFUSED;
      int next = accepted == REFUSED ? offset + retryFrom(spans, group) : accepted;
      from = firstBegin(next, grouped, text, end);
    }
    return true;
  }

  /** The first group that took part; the whole match where there are none. */
  private static int valueGroup(SpanSearch spans) {
    int groups = spans.groups();
    int group = Math.min(1, groups);
    while (group < groups && spans.start(group) < 0) {
      group++;
    }
    return group;
  }

  /** Where the whole match is the span, it cannot begin where the boundary forbids it. */
  private int firstBegin(int from, boolean grouped, String text, int end) {
    int begin = from;
    if (!grouped) {
      while (begin < end && !Neighbours.beginAllowed(boundary, text, begin)) {
        begin++;
      }
    }
    return begin;
  }

  /** Another match may begin inside a rejected one. */
  private int retryFrom(SpanSearch spans, int group) {
    boolean retry = group == 0 && facts.maxLength() <= LONGEST_RETRIED;
    return retry ? spans.start(0) + 1 : Math.max(spans.end(0), spans.start(0) + 1);
  }
}
