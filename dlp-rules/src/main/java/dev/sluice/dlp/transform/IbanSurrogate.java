package dev.sluice.dlp.transform;

import java.util.Locale;

/**
 * An IBAN of the same country and length with right check digits (ISO 13616, mod 97-10 of ISO/IEC
 * 7064). Where the account part has 18 or more characters, its last six are a keyed check; shorter
 * ones have no room for it.
 */
final class IbanSurrogate implements Surrogate {
  private static final int CHECKED = 18;
  private static final int CHECK = 6;
  private static final int SHORTEST = 12;
  private static final Surrogate OTHER = new RandomSurrogate();

  private final Prf prf;

  IbanSurrogate(Prf prf) {
    this.prf = prf;
  }

  @Override
  public String make(String value, Draw draw) {
    String plain = Symbols.lettersAndDigits(value);
    String compact = plain.toUpperCase(Locale.ROOT);
    if (!isIban(compact)) {
      return OTHER.make(value, draw);
    }
    String bban = seal(OTHER.make(compact.substring(4), draw));
    String made = complete(compact.substring(0, 2), bban);
    return Symbols.pour(value, plain.equals(compact) ? made : made.toLowerCase(Locale.ROOT));
  }

  @Override
  public boolean verifies(String value) {
    String compact = Symbols.lettersAndDigits(value).toUpperCase(Locale.ROOT);
    if (!isIban(compact) || compact.length() - 4 < CHECKED) {
      return false;
    }
    String bban = compact.substring(4);
    return seal(bban).equals(bban) && complete(compact.substring(0, 2), bban).equals(compact);
  }

  private static boolean isIban(String compact) {
    return compact.length() >= SHORTEST && compact.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]+");
  }

  private String seal(String bban) {
    if (bban.length() < CHECKED) {
      return bban;
    }
    int cut = bban.length() - CHECK;
    Draw check = prf.draw("check/IBAN_CODE", bban.substring(0, cut));
    StringBuilder out = new StringBuilder(bban.substring(0, cut));
    for (int i = cut; i < bban.length(); i++) {
      out.append(check.of(Symbols.alphabet(bban.charAt(i))));
    }
    return out.toString();
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
