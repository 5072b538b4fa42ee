package dev.sluice.dlp.transform;

/**
 * Replaces each character by another of its class and keeps everything else: a digit stays a digit,
 * hexadecimal stays hexadecimal, a number keeps its leading digit non-zero. Values with {@value
 * #CHECKED} or more replaceable characters end in a keyed check of {@value #CHECK} characters over
 * the rest, by which the key's owner tells a surrogate from a leak; a stranger's value passes it
 * with a probability of at most 10^-6. Thread-safe.
 */
final class Shape {
  /**
   * From here on a value is long enough to carry the check and still be nearly free of collisions.
   */
  static final int CHECKED = 16;

  private static final int CHECK = 6;

  private final String purpose;
  private final Prf prf;

  Shape(String family, Prf prf) {
    this.purpose = "check/" + family;
    this.prf = prf;
  }

  /** A value of the same shape; {@code keep} leading characters stay. */
  String draw(String value, int keep, Draw draw) {
    Symbols.Classes classes = Symbols.classes(value.substring(keep));
    StringBuilder out = new StringBuilder(value.length()).append(value, 0, keep);
    boolean number = !classes.isHex() && Symbols.isDigits(value);
    for (int i = keep; i < value.length(); i++) {
      char c = value.charAt(i);
      String alphabet = classes.alphabet(c);
      if (alphabet.isEmpty()) {
        out.append(c);
      } else if (i == 0 && number && value.length() > 1) {
        out.append(leading(value, draw));
      } else {
        out.append(draw.of(alphabet));
      }
    }
    return isChecked(value, keep) ? seal(out, keep) : out.toString();
  }

  /** Whether the value ends in the check that {@link #draw} writes. */
  boolean verifies(String value, int keep) {
    return isChecked(value, keep) && seal(new StringBuilder(value), keep).equals(value);
  }

  boolean isChecked(String value, int keep) {
    int n = 0;
    for (int i = keep; i < value.length(); i++) {
      n += Symbols.isReplaced(value.charAt(i)) ? 1 : 0;
    }
    return n >= CHECKED;
  }

  /** Numbers stay within the integer type (32 or 64 bits, or 2^53) that the original fits. */
  private static char leading(String number, Draw draw) {
    char first = number.charAt(0);
    if (first == '0') {
      return first;
    }
    if (number.length() == 10 && number.compareTo("2147483647") <= 0) {
      return '1';
    }
    int most = number.length() >= 16 ? Math.min(8, first - '0') : 9;
    return (char) ('1' + draw.below(most));
  }

  private String seal(StringBuilder text, int keep) {
    Symbols.Classes classes = Symbols.classes(text.substring(keep));
    int[] places = checkPlaces(text, keep);
    StringBuilder body = new StringBuilder(text);
    for (int p : places) {
      body.setCharAt(p, classes.alphabet(text.charAt(p)).charAt(0));
    }
    Draw check = prf.draw(purpose, body.toString());
    for (int p : places) {
      text.setCharAt(p, check.of(classes.alphabet(text.charAt(p))));
    }
    return text.toString();
  }

  private static int[] checkPlaces(StringBuilder text, int keep) {
    int[] places = new int[CHECK];
    int n = 0;
    for (int i = text.length() - 1; i > keep && n < CHECK; i--) {
      if (Symbols.isReplaced(text.charAt(i))) {
        places[n++] = i;
      }
    }
    return places;
  }
}
