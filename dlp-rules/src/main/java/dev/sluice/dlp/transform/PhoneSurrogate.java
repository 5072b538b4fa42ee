package dev.sluice.dlp.transform;

import java.util.Set;

/**
 * A phone number with the same country code, first national digit, length and punctuation (ITU-T
 * E.164). The ranges reserved for fiction are too small to keep subjects apart, so the mapping
 * covers the whole national space. North American numbers with and without the country code are one
 * number.
 */
final class PhoneSurrogate implements Surrogate {
  private static final Set<String> ONE_DIGIT_CODES = Set.of("1", "7");
  private static final Set<String> TWO_DIGIT_CODES =
      Set.of(
          "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46",
          "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63",
          "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98");

  /** Country code and national number without signs; a national number of another plan as it is. */
  static String e164(String value) {
    String digits = Symbols.digits(value);
    if (digits.startsWith("00")) {
      return digits.substring(2);
    }
    boolean american = digits.length() == 10 && digits.charAt(0) >= '2' && digits.charAt(3) >= '2';
    return american && value.indexOf('+') < 0 ? "1" + digits : digits;
  }

  @Override
  public String make(String value, Draw draw) {
    String digits = Symbols.digits(value);
    String full = e164(value);
    String made = number(full, isInternational(value) || full.length() > digits.length(), draw);
    String head =
        digits.length() > full.length() ? digits.substring(0, digits.length() - full.length()) : "";
    String written = head + made;
    return Symbols.pourDigits(value, written.substring(written.length() - digits.length()));
  }

  private static String number(String digits, boolean international, Draw draw) {
    int keep = Math.min(kept(digits, international), Math.max(0, digits.length() - 4));
    StringBuilder out = new StringBuilder(digits.substring(0, keep));
    boolean american = keep == 1 && digits.length() == 11 && digits.startsWith("1");
    while (out.length() < digits.length()) {
      boolean leads = american ? out.length() == 1 || out.length() == 4 : out.length() == keep;
      out.append(leads ? (char) ('2' + draw.below(8)) : draw.of(Draw.DIGITS));
    }
    if (american && out.substring(2, 4).equals("11")) {
      out.setCharAt(3, '2');
    }
    return out.toString();
  }

  private static boolean isInternational(String value) {
    String text = value.strip();
    String digits = Symbols.digits(text);
    return text.startsWith("+")
        || text.startsWith("(+")
        || digits.startsWith("00")
        || digits.length() == 11 && digits.startsWith("1");
  }

  /** Leading digits that stay: country code and first national digit, or trunk 0 and one more. */
  private static int kept(String digits, boolean international) {
    if (!international) {
      return digits.startsWith("0") ? 2 : 1;
    }
    if (digits.length() == 11 && digits.startsWith("1")) {
      return 1;
    }
    if (ONE_DIGIT_CODES.contains(prefix(digits, 1))) {
      return 2;
    }
    return TWO_DIGIT_CODES.contains(prefix(digits, 2)) ? 3 : 4;
  }

  private static String prefix(String text, int n) {
    return text.length() < n ? text : text.substring(0, n);
  }
}
