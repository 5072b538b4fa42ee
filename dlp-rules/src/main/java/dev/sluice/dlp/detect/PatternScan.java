package dev.sluice.dlp.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.sluice.dlp.rules.Boundary;
import dev.sluice.dlp.scan.CharSet;
import dev.sluice.dlp.scan.Regex;
import dev.sluice.dlp.scan.RegexFacts;
import dev.sluice.dlp.scan.Spots;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One pattern over one text. Where the pattern's alphabet allows it only the runs of that alphabet
 * are handed to RE2J, each with one character on both sides so that {@code \b} sees the same: a
 * match cannot leave its run, so the result is that of a search through the whole text.
 */
final class PatternScan {

  /**
   * A rejected match is tried again further right only if a match is short; else work is square.
   */
  private static final int LONGEST_RETRIED = 256;

  private final Pattern pattern;
  private final RegexFacts facts;
  private final Optional<Regex> syntax;
  private final Boundary boundary;
  private final boolean byRuns;

  PatternScan(String regex, Boundary boundary, boolean wholeMatch) {
    this.pattern = Pattern.compile(regex);
    this.facts = RegexFacts.of(regex);
    this.syntax = Regex.parse(regex).map(r -> Bounded.of(r, boundary, wholeMatch));
    this.boundary = boundary;
    this.byRuns = !facts.anchored() && !facts.equals(RegexFacts.UNKNOWN);
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
    return pattern.matcher("").find();
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
      search(text, 0, text, sink);
      return;
    }
    CharSet alphabet = facts.alphabet();
    int length = text.length();
    int i = 0;
    while (i < length) {
      while (i < length && !alphabet.contains(text.charAt(i))) {
        i++;
      }
      int start = i;
      while (i < length && alphabet.contains(text.charAt(i))) {
        i++;
      }
      if (i - start >= facts.minLength()
          && (spots == null || spots.touch(rule, start, i))
          && TextFacts.of(text, start, i).mayHold(facts)) {
        int from = Math.max(0, start - 1);
        search(text.substring(from, Math.min(length, i + 1)), from, text, sink);
      }
    }
  }

  /** Without any gate: the reference the gates are tested against. */
  void scanNaively(String text, Sink sink) {
    search(text, 0, text, sink);
  }

  private void search(String part, int offset, String text, Sink sink) {
    Matcher matcher = pattern.matcher(part);
    boolean grouped = matcher.groupCount() > 0;
    int from = firstBegin(0, grouped, offset, text, part.length());
    while (from < part.length() && matcher.find(from)) {
      int group = valueGroup(matcher);
      int start = matcher.start(group);
      int end =
          start >= 0 && Neighbours.beginAllowed(boundary, text, offset + start)
              ? sink.accept(
                  offset + start,
                  offset + matcher.end(group),
                  offset + matcher.start(),
                  offset + matcher.end())
              : REFUSED;
      int next = end == REFUSED ? retryFrom(matcher, group) : end - offset;
      from = firstBegin(next, grouped, offset, text, part.length());
    }
  }

  /** The first group that took part; the whole match where there are none. */
  private static int valueGroup(Matcher matcher) {
    int groups = matcher.groupCount();
    int group = Math.min(1, groups);
    while (group < groups && matcher.start(group) < 0) {
      group++;
    }
    return group;
  }

  /** Where the whole match is the span, it cannot begin where the boundary forbids it. */
  private int firstBegin(int from, boolean grouped, int offset, String text, int end) {
    int begin = from;
    if (!grouped) {
      while (begin < end && !Neighbours.beginAllowed(boundary, text, offset + begin)) {
        begin++;
      }
    }
    return begin;
  }

  /** Another match may begin inside a rejected one. */
  private int retryFrom(Matcher matcher, int group) {
    boolean retry = group == 0 && facts.maxLength() <= LONGEST_RETRIED;
    return retry ? matcher.start() + 1 : Math.max(matcher.end(), matcher.start() + 1);
  }
}
