package dev.sluice.dlp.transform;

/**
 * Replaces each character by another of its class and keeps everything else: a digit stays a digit,
 * hexadecimal stays hexadecimal, a number keeps its leading digit non-zero. Values with {@value
 * #CHECKED} or more replaceable characters end in a keyed check over the rest, by which the key's
 * owner tells a surrogate from a leak.
 */
final class Shape {
  /**
   * From here on a value is long enough to carry the check and still be nearly free of collisions.
   */
  static final int CHECKED = 16;

  private static final int CHECK = 6;

  private final Prf prf;

  Shape(Prf prf) {
    this.prf = prf;
  }

  /** A value of the same shape; {@code keep} leading characters stay. */
  String draw(String type, String value, int keep, Draw draw) {
    boolean hex = Symbols.isHex(value.substring(keep));
    StringBuilder out = new StringBuilder(value.length()).append(value, 0, keep);
    for (int i = keep; i < value.length(); i++) {
      char c = value.charAt(i);
      String alphabet = Symbols.alphabet(c, hex);
      if (alphabet.isEmpty()) {
        out.append(c);
      } else if (i == keep && c >= '1' && c <= '9') {
        out.append((char) ('1' + draw.below(9)));
      } else {
        out.append(draw.of(alphabet));
      }
    }
    return isChecked(value, keep) ? seal(type, out, keep, hex) : out.toString();
  }

  /** Whether the value ends in the check that {@link #draw} writes. */
  boolean verifies(String type, String value, int keep) {
    return isChecked(value, keep)
        && seal(type, new StringBuilder(value), keep, Symbols.isHex(value.substring(keep)))
            .equals(value);
  }

  private static boolean isChecked(String value, int keep) {
    int n = 0;
    for (int i = keep; i < value.length(); i++) {
      n += Symbols.alphabet(value.charAt(i), false).isEmpty() ? 0 : 1;
    }
    return n >= CHECKED;
  }

  private String seal(String type, StringBuilder text, int keep, boolean hex) {
    int[] places = checkPlaces(text, keep);
    StringBuilder body = new StringBuilder(text);
    for (int p : places) {
      body.setCharAt(p, Symbols.alphabet(text.charAt(p), hex).charAt(0));
    }
    Draw check = prf.draw("check/" + type, body.toString());
    for (int p : places) {
      text.setCharAt(p, check.of(Symbols.alphabet(text.charAt(p), hex)));
    }
    return text.toString();
  }

  private static int[] checkPlaces(StringBuilder text, int keep) {
    int[] places = new int[CHECK];
    int n = 0;
    for (int i = text.length() - 1; i > keep && n < CHECK; i--) {
      if (!Symbols.alphabet(text.charAt(i), false).isEmpty()) {
        places[n++] = i;
      }
    }
    return places;
  }
}
