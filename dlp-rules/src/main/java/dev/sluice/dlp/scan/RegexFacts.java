package dev.sluice.dlp.scan;

import dev.sluice.dlp.scan.Regex.Look;
import java.util.List;

/**
 * What is true of every match of a pattern: the gate that spares most values the pattern itself.
 * Derived from the pattern, never written by hand; each fact is a necessary condition.
 *
 * @param alphabet all characters a match can hold
 * @param must characters every match holds
 * @param minLength shortest match in UTF-16 units
 * @param maxLength longest match, or {@link #UNBOUNDED}
 * @param minDigits ASCII digits every match holds at least
 * @param anchored whether the pattern looks at the begin or end of the text
 */
public record RegexFacts(
    CharSet alphabet, CharSet must, int minLength, int maxLength, int minDigits, boolean anchored) {

  public static final int UNBOUNDED = 1_000_000;
  public static final RegexFacts UNKNOWN =
      new RegexFacts(CharSet.ANY, CharSet.NONE, 0, UNBOUNDED, 0, true);
  public static final RegexFacts EMPTY = new RegexFacts(CharSet.NONE, CharSet.NONE, 0, 0, 0, false);
  public static final RegexFacts ANCHOR = new RegexFacts(CharSet.NONE, CharSet.NONE, 0, 0, 0, true);

  private static final Regex.Visitor<RegexFacts> READER =
      new Regex.Visitor<>() {
        @Override
        public RegexFacts chars(CharSet set) {
          return one(set, set.others() ? 2 : 1);
        }

        @Override
        public RegexFacts sequence(List<Regex> parts) {
          return parts.stream().map(p -> of(p)).reduce(EMPTY, RegexFacts::then);
        }

        @Override
        public RegexFacts choice(List<Regex> options) {
          return options.stream().map(o -> of(o)).reduce(RegexFacts::or).orElse(EMPTY);
        }

        @Override
        public RegexFacts repeat(Regex.Repeat repeat) {
          return of(repeat.of()).times(repeat.min(), repeat.max());
        }

        @Override
        public RegexFacts group(Regex.Group group) {
          return of(group.of());
        }

        @Override
        public RegexFacts look(Look look) {
          return look == Look.BEGIN || look == Look.END || look == Look.LINE ? ANCHOR : EMPTY;
        }
      };

  /** The facts of that pattern; {@link #UNKNOWN} where it uses what the reader does not know. */
  public static RegexFacts of(String pattern) {
    return Regex.parse(pattern).map(r -> of(r)).orElse(UNKNOWN);
  }

  static RegexFacts of(Regex regex) {
    return regex.visit(READER);
  }

  /** One character out of a set. */
  private static RegexFacts one(CharSet set, int maxUnits) {
    CharSet must = set.isSingleAscii() ? set : CharSet.NONE;
    return new RegexFacts(set, must, 1, maxUnits, set.isOnlyDigits() ? 1 : 0, false);
  }

  private RegexFacts then(RegexFacts next) {
    return new RegexFacts(
        alphabet.or(next.alphabet),
        must.or(next.must),
        cap(minLength + (long) next.minLength),
        cap(maxLength + (long) next.maxLength),
        cap(minDigits + (long) next.minDigits),
        anchored || next.anchored);
  }

  private RegexFacts or(RegexFacts other) {
    return new RegexFacts(
        alphabet.or(other.alphabet),
        must.and(other.must),
        Math.min(minLength, other.minLength),
        Math.max(maxLength, other.maxLength),
        Math.min(minDigits, other.minDigits),
        anchored || other.anchored);
  }

  /** Repeated; {@code max} below zero means without bound. */
  private RegexFacts times(int min, int max) {
    return new RegexFacts(
        max == 0 ? CharSet.NONE : alphabet,
        min == 0 ? CharSet.NONE : must,
        cap((long) minLength * min),
        max < 0 ? UNBOUNDED : cap((long) maxLength * max),
        cap((long) minDigits * min),
        anchored);
  }

  private static int cap(long length) {
    return (int) Math.min(length, UNBOUNDED);
  }
}
