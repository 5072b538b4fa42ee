package dev.sluice.dlp.transform;

/**
 * An IBAN of the same country and length with right check digits (ISO 13616, mod 97-10 of ISO/IEC
 * 7064); the last four characters of the account part are a keyed check.
 */
final class IbanSurrogate implements Surrogate {
  private static final int CHECK = 4;

  private final Prf prf;

  IbanSurrogate(Prf prf) {
    this.prf = prf;
  }

  @Override
  public String make(String value, Draw draw) {
    String compact = Symbols.lettersAndDigits(value);
    if (compact.length() < 12) {
      return new Shape(prf).draw("IBAN_CODE", value, 0, draw);
    }
    StringBuilder bban = new StringBuilder();
    for (int i = 4; i < compact.length(); i++) {
      bban.append(draw.of(Symbols.alphabet(compact.charAt(i), false)));
    }
    return Symbols.pour(value, complete(compact.substring(0, 2), seal(bban)));
  }

  @Override
  public boolean verifies(String value) {
    String compact = Symbols.lettersAndDigits(value);
    if (compact.length() < 12) {
      return false;
    }
    String bban = compact.substring(4);
    return seal(new StringBuilder(bban)).equals(bban)
        && complete(compact.substring(0, 2), bban).equals(compact);
  }

  private String seal(StringBuilder bban) {
    int cut = bban.length() - CHECK;
    Draw check = prf.draw("check/IBAN_CODE", bban.substring(0, cut));
    for (int i = cut; i < bban.length(); i++) {
      bban.setCharAt(i, check.of(Symbols.alphabet(bban.charAt(i), false)));
    }
    return bban.toString();
  }

  private static String complete(String country, String bban) {
    int rest = 0;
    for (char c : (bban + country + "00").toCharArray()) {
      int v = Character.digit(c, 36);
      rest = (v > 9 ? rest * 100 + v : rest * 10 + v) % 97;
    }
    int check = 98 - rest;
    return country + check / 10 + check % 10 + bban;
  }
}
