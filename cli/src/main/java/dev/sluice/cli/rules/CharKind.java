package dev.sluice.cli.rules;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Kinds of characters that a pattern of a drafted rule tells apart. */
enum CharKind {
  UPPER("A-Z"),
  LOWER("a-z"),
  DIGIT("0-9"),
  /** A letter outside ASCII. */
  LETTER("\\p{L}"),
  /** Everything else separates words. */
  MARK("");

  private final String range;

  CharKind(String range) {
    this.range = range;
  }

  static CharKind of(int c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z'
          ? UPPER
          : c >= 'a' && c <= 'z' ? LOWER : c >= '0' && c <= '9' ? DIGIT : MARK;
    }
    return Character.isLetter(c) ? LETTER : MARK;
  }

  static Set<CharKind> in(String text) {
    return text.codePoints()
        .mapToObj(CharKind::of)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(CharKind.class)));
  }

  /** What stands between the brackets of a class. */
  String range() {
    return range;
  }
}
