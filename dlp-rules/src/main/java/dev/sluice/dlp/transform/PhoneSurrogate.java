package dev.sluice.dlp.transform;

import java.util.Set;

/**
 * A phone number with the same country code, first national digit, length and punctuation (ITU-T
 * E.164). The ranges reserved for fiction are too small to keep subjects apart, so the mapping
 * covers the whole national space.
 */
final class PhoneSurrogate implements Surrogate {
  private static final Set<String> ONE_DIGIT_CODES = Set.of("1", "7");
  private static final Set<String> TWO_DIGIT_CODES =
      Set.of(
          "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46",
          "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63",
          "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98");

  @Override
  public String make(String value, Draw draw) {
    String digits = Symbols.digits(value);
    int keep = Math.min(kept(value, digits), Math.max(0, digits.length() - 4));
    StringBuilder out = new StringBuilder(digits.substring(0, keep));
    while (out.length() < digits.length()) {
      boolean leads = digits.length() - out.length() == 7 || out.length() == keep;
      out.append(leads ? (char) ('2' + draw.below(8)) : draw.of(Draw.DIGITS));
    }
    return Symbols.pourDigits(value, out.toString());
  }

  private static int kept(String value, String digits) {
    int zeros = digits.startsWith("00") ? 2 : 0;
    boolean international = zeros > 0 || value.strip().startsWith("+");
    if (!international) {
      return digits.startsWith("0") ? 2 : 1;
    }
    String rest = digits.substring(zeros);
    if (ONE_DIGIT_CODES.contains(prefix(rest, 1))) {
      return zeros + 1;
    }
    return zeros + (TWO_DIGIT_CODES.contains(prefix(rest, 2)) ? 2 : 3) + 1;
  }

  private static String prefix(String text, int n) {
    return text.length() < n ? text : text.substring(0, n);
  }
}
