package dev.sluice.dlp.detect;

import com.google.re2j.Pattern;
import dev.sluice.dlp.rules.ForeignTerms.Exemption;
import dev.sluice.dlp.rules.ForeignTerms.Target;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The compiled exemptions of one rule: what silences a match. Immutable. */
final class Exemptions {
  private static final Exemptions NONE = new Exemptions(List.of());

  /** A line is judged by what stands near; a body without line breaks must not cost its square. */
  private static final int LONGEST_LINE = 1_024;

  private final List<One> all;

  private Exemptions(List<One> all) {
    this.all = all;
  }

  static Exemptions of(List<Exemption> exemptions) {
    return exemptions.isEmpty()
        ? NONE
        : new Exemptions(exemptions.stream().map(Exemptions::compile).toList());
  }

  /** Whether one of them speaks against the value. */
  boolean silence(String text, String value, int matchStart, int matchEnd) {
    for (One one : all) {
      if (one.holds(text, value, matchStart, matchEnd)) {
        return true;
      }
    }
    return false;
  }

  private static One compile(Exemption exemption) {
    List<Pattern> patterns = new ArrayList<>();
    exemption.patterns().forEach(p -> patterns.add(Pattern.compile(p)));
    KeywordIndex.Builder words = new KeywordIndex.Builder();
    exemption.stopWords().forEach(w -> words.add(w, 0));
    return new One(exemption, patterns, words.build());
  }

  private record One(Exemption exemption, List<Pattern> patterns, KeywordIndex stopWords) {

    boolean holds(String text, String value, int matchStart, int matchEnd) {
      boolean byPattern = byPattern(text, value, matchStart, matchEnd);
      if (exemption.stopWords().isEmpty()) {
        return byPattern;
      }
      boolean both = exemption.all() && !patterns.isEmpty();
      return both ? byPattern && byStopWord(value) : byPattern || byStopWord(value);
    }

    private boolean byPattern(String text, String value, int matchStart, int matchEnd) {
      if (patterns.isEmpty()) {
        return false;
      }
      String target = target(text, value, matchStart, matchEnd);
      return patterns.stream().anyMatch(p -> p.matcher(target).find());
    }

    private String target(String text, String value, int matchStart, int matchEnd) {
      if (exemption.target() == Target.VALUE) {
        return value;
      }
      return exemption.target() == Target.MATCH
          ? text.substring(matchStart, matchEnd)
          : lines(text, matchStart, matchEnd);
    }

    private static String lines(String text, int matchStart, int matchEnd) {
      int from = Math.max(text.lastIndexOf('\n', matchStart - 1) + 1, matchStart - LONGEST_LINE);
      int newline = text.indexOf('\n', matchEnd);
      int to = newline < 0 ? text.length() : newline;
      return text.substring(Math.max(0, from), Math.min(to, matchEnd + LONGEST_LINE));
    }

    private boolean byStopWord(String value) {
      BitSet hit = new BitSet();
      stopWords.mark(value, hit);
      return !hit.isEmpty();
    }
  }
}
