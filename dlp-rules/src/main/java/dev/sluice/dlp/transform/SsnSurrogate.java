package dev.sluice.dlp.transform;

/**
 * A US social security number that is never issued: area 900 to 999 with a group of 01 to 49, which
 * is neither an SSN nor an ITIN (SSA, "SSN randomization"; IRS publication 1915).
 */
final class SsnSurrogate implements Surrogate {
  private static final Surrogate OTHER = new RandomSurrogate();

  @Override
  public String make(String value, Draw draw) {
    if (Symbols.digits(value).length() != 9) {
      return OTHER.make(value, draw);
    }
    int group = 1 + draw.below(49);
    String digits =
        "9"
            + draw.text(Draw.DIGITS, 2)
            + group / 10
            + group % 10
            + (1 + draw.below(9))
            + draw.text(Draw.DIGITS, 3);
    return Symbols.pourDigits(value, digits);
  }
}
