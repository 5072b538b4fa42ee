package dev.sluice.dlp.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The form of an identity number without separators, as a short text: {@code 9} is any digit,
 * {@code [A-D7]} one of a set, {@code {3}} repeats the last, {@code (DE|AT)} is one of several
 * words, {@code <yyMMdd>} a day that exists (in {@code yyyy}, {@code yy}, {@code MM}, {@code dd}),
 * {@code =} the original's own character, {@code ~} a digit or letter as the original has there,
 * {@code ^} the original's letter or any digit in place of its digit, and any other letter or digit
 * itself. Check digits are written as {@code 9} and come right because numbers are drawn until the
 * type's check accepts one. Immutable.
 */
final class IdForm {
  private interface Piece {
    String draw(String original, int at, Draw draw);

    int length();

    /** How many texts this piece can be. */
    int choices();
  }

  private record OneOf(List<String> words) implements Piece {
    @Override
    public String draw(String original, int at, Draw draw) {
      return words.get(draw.below(words.size()));
    }

    @Override
    public int length() {
      return words.get(0).length();
    }

    @Override
    public int choices() {
      return words.size();
    }
  }

  private record Same() implements Piece {
    @Override
    public String draw(String original, int at, Draw draw) {
      return original.substring(at, at + 1);
    }

    @Override
    public int length() {
      return 1;
    }

    @Override
    public int choices() {
      return 1;
    }
  }

  /** As the original's character: letter for letter unless they stay, digit for digit. */
  private record Like(boolean lettersStay) implements Piece {
    @Override
    public String draw(String original, int at, Draw draw) {
      char c = original.charAt(at);
      boolean digit = c >= '0' && c <= '9';
      if (!digit && lettersStay) {
        return String.valueOf(c);
      }
      return draw.text(digit ? Draw.DIGITS : Draw.UPPER, 1);
    }

    @Override
    public int choices() {
      return 10;
    }

    @Override
    public int length() {
      return 1;
    }
  }

  /** Years that fit living people and both centuries' two digits; days every month has. */
  private record Day(String pattern) implements Piece {
    private static final int YEARS = 60;

    @Override
    public String draw(String original, int at, Draw draw) {
      int year = 1940 + draw.below(YEARS);
      int month = 1 + draw.below(12);
      int day = 1 + draw.below(28);
      return pattern
          .replace("yyyy", Integer.toString(year))
          .replace("yy", two(year % 100))
          .replace("MM", two(month))
          .replace("dd", two(day));
    }

    private static String two(int n) {
      return String.format(Locale.ROOT, "%02d", n);
    }

    @Override
    public int length() {
      return pattern.length();
    }

    @Override
    public int choices() {
      return (pattern.contains("yy") ? YEARS : 1)
          * (pattern.contains("MM") ? 12 : 1)
          * (pattern.contains("dd") ? 28 : 1);
    }
  }

  private final List<Piece> pieces = new ArrayList<>();
  private final int length;
  private final boolean digitFirst;
  private final boolean letterFirst;

  private IdForm(String text) {
    int at = 0;
    while (at < text.length()) {
      at = read(text, at);
    }
    char first = text.charAt("[(".indexOf(text.charAt(0)) >= 0 ? 1 : 0);
    this.digitFirst = Character.isDigit(first) || first == '<';
    this.letterFirst = Character.isLetter(first);
    this.length = pieces.stream().mapToInt(Piece::length).sum();
  }

  static IdForm of(String text) {
    return new IdForm(text);
  }

  /** Whether a number can be in this form: as long, and with a digit in front if the form has. */
  boolean fits(String number) {
    return number.length() == length
        && (!digitFirst || Character.isDigit(number.charAt(0)))
        && (!letterFirst || Character.isLetter(number.charAt(0)));
  }

  /** Characters of a number in this form. */
  int length() {
    return length;
  }

  /** How many texts have this form, as a power of two. */
  double bits() {
    return pieces.stream().mapToDouble(p -> Math.log(p.choices()) / Math.log(2)).sum();
  }

  /** A number of this form; its check digits are not right yet. */
  String draw(String original, Draw draw) {
    StringBuilder out = new StringBuilder(length);
    for (Piece piece : pieces) {
      out.append(piece.draw(original, out.length(), draw));
    }
    return out.toString();
  }

  private int read(String text, int at) {
    char c = text.charAt(at);
    switch (c) {
      case '9' -> pieces.add(new OneOf(letters(Draw.DIGITS)));
      case '=' -> pieces.add(new Same());
      case '~' -> pieces.add(new Like(false));
      case '^' -> pieces.add(new Like(true));
      case '[' -> {
        int end = text.indexOf(']', at);
        pieces.add(new OneOf(letters(set(text.substring(at + 1, end)))));
        return end + 1;
      }
      case '(' -> {
        int end = text.indexOf(')', at);
        pieces.add(new OneOf(List.of(text.substring(at + 1, end).split("\\|"))));
        return end + 1;
      }
      case '<' -> {
        int end = text.indexOf('>', at);
        pieces.add(new Day(text.substring(at + 1, end)));
        return end + 1;
      }
      case '{' -> {
        int end = text.indexOf('}', at);
        Piece last = pieces.get(pieces.size() - 1);
        for (int n = Integer.parseInt(text.substring(at + 1, end)); n > 1; n--) {
          pieces.add(last);
        }
        return end + 1;
      }
      default -> pieces.add(new OneOf(List.of(String.valueOf(c))));
    }
    return at + 1;
  }

  private static List<String> letters(String set) {
    return set.chars().mapToObj(c -> String.valueOf((char) c)).toList();
  }

  private static String set(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (i + 2 < text.length() && text.charAt(i + 1) == '-') {
        for (char c = text.charAt(i); c <= text.charAt(i + 2); c++) {
          out.append(c);
        }
        i += 2;
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }
}
