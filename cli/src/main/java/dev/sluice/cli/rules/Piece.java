package dev.sluice.cli.rules;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A part of a drafted pattern: a literal text, or characters of some kinds.
 *
 * @param literal the text; empty for characters of {@code kinds}
 * @param hex whether its letters end at F
 * @param marks what else than letters and digits may stand in it
 * @param min fewest characters
 * @param max most characters
 */
record Piece(
    String literal, Set<CharKind> kinds, boolean hex, Set<Integer> marks, int min, int max) {
  /** Words of so many characters up to F are taken for hexadecimal ones. */
  private static final int LEAST_HEX = 8;

  static Piece literal(String text) {
    return new Piece(text, Set.of(), false, Set.of(), 0, 0);
  }

  /** Whatever stands in a word of the samples. */
  static Piece like(Iterable<String> words) {
    Set<CharKind> kinds = EnumSet.noneOf(CharKind.class);
    Set<Integer> marks = new TreeSet<>();
    int min = Integer.MAX_VALUE;
    int max = 0;
    boolean hex = true;
    for (String word : words) {
      kinds.addAll(CharKind.in(word));
      word.codePoints().filter(c -> CharKind.of(c) == CharKind.MARK).forEach(marks::add);
      int length = word.codePointCount(0, word.length());
      min = Math.min(min, length);
      max = Math.max(max, length);
      hex &= word.matches("[0-9a-f]*|[0-9A-F]*");
    }
    kinds.remove(CharKind.MARK);
    boolean mixed = kinds.size() == 2 && kinds.contains(CharKind.DIGIT);
    return new Piece("", kinds, hex && mixed && min >= LEAST_HEX, marks, min, max);
  }

  boolean isLiteral() {
    return !literal.isEmpty();
  }

  Piece sized(int length) {
    return new Piece(literal, kinds, hex, marks, length, length);
  }

  /** RE2 syntax. */
  String regex() {
    if (isLiteral()) {
      return quoted(literal);
    }
    return charClass() + (min == max ? (min == 1 ? "" : "{" + min + "}") : bounds());
  }

  private String bounds() {
    return "{" + min + "," + max + "}";
  }

  private String charClass() {
    if (kinds.equals(Set.of(CharKind.DIGIT)) && marks.isEmpty()) {
      return "\\d";
    }
    StringBuilder inside = new StringBuilder();
    for (CharKind kind : kinds) {
      inside.append(hex ? kind.range().replace('Z', 'F').replace('z', 'f') : kind.range());
    }
    marks.forEach(c -> inside.append(c == '-' ? "\\-" : quoted(Character.toString(c))));
    return "[" + inside + "]";
  }

  /** How an example writes the shortest text of this shape: with generators. */
  String generator() {
    return isLiteral() ? literal : generator(min);
  }

  private String generator(int length) {
    if (length == 0) {
      return "";
    }
    if (kinds.containsAll(Set.of(CharKind.UPPER, CharKind.LOWER))
        && !kinds.contains(CharKind.DIGIT)) {
      return of("upper", 1) + (length == 1 ? "" : of("lower", length - 1));
    }
    return of(alphabet(), length);
  }

  private static String of(String alphabet, int length) {
    return "{{" + alphabet + ":" + length + "}}";
  }

  private String alphabet() {
    boolean upper = kinds.contains(CharKind.UPPER);
    boolean lower = kinds.contains(CharKind.LOWER) || kinds.contains(CharKind.LETTER);
    if (!kinds.contains(CharKind.DIGIT)) {
      return upper ? "upper" : "lower";
    }
    if (upper && lower) {
      return "b62";
    }
    if (!upper && !lower) {
      return "digits";
    }
    return hex ? (upper ? "HEX" : "hex") : upper ? "ALNUM" : "alnum";
  }

  /** A character that must not stand here. */
  String stranger() {
    return kinds.contains(CharKind.DIGIT)
        ? (kinds.contains(CharKind.LOWER) ? "%" : of("lower", 1))
        : of("digits", 1);
  }

  /** Logarithm to base 2 of how many texts have this shape, about. */
  double bits() {
    int letters = hex ? 6 : 26;
    int size =
        kinds.stream().mapToInt(k -> k == CharKind.DIGIT ? 10 : letters).sum() + marks.size();
    return isLiteral() || size == 0 ? 0 : min * Math.log(size) / Math.log(2);
  }

  private static String quoted(String text) {
    return text.codePoints()
        .mapToObj(c -> (special(c) ? "\\" : "") + Character.toString(c))
        .collect(Collectors.joining());
  }

  private static boolean special(int c) {
    return "\\.+*?()|[]{}^$".indexOf(c) >= 0;
  }
}
