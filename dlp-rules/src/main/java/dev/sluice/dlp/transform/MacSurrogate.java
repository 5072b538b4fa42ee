package dev.sluice.dlp.transform;

import java.util.Locale;

/**
 * A locally administered unicast MAC address, {@code 02:…}, which no maker assigns (IEEE 802, U/L
 * bit).
 */
final class MacSurrogate implements Surrogate {
  private static final Surrogate OTHER = new RandomSurrogate();

  @Override
  public String make(String value, Draw draw) {
    if (Symbols.lettersAndDigits(value).length() != 12) {
      return OTHER.make(value, draw);
    }
    String hex = "02" + draw.text(Draw.HEX, 10);
    return Symbols.pour(
        value, value.equals(value.toUpperCase(Locale.ROOT)) ? hex.toUpperCase(Locale.ROOT) : hex);
  }
}
