package dev.sluice.dlp.transform;

import java.util.Locale;

/** A UUID of the same version and variant (RFC 9562); its last eight digits are a keyed check. */
final class UuidSurrogate implements Surrogate {
  private static final int CHECK = 8;

  private final Prf prf;

  UuidSurrogate(Prf prf) {
    this.prf = prf;
  }

  @Override
  public String make(String value, Draw draw) {
    String hex = Symbols.lettersAndDigits(value);
    if (hex.length() != 32) {
      return new Shape("UUID", prf).draw(value, 0, draw);
    }
    String body =
        draw.text(Draw.HEX, 12)
            + Character.toLowerCase(hex.charAt(12))
            + draw.text(Draw.HEX, 3)
            + Character.toLowerCase(hex.charAt(16))
            + draw.text(Draw.HEX, 7);
    String all = body + check(body);
    return Symbols.pour(
        value, value.equals(value.toUpperCase(Locale.ROOT)) ? all.toUpperCase(Locale.ROOT) : all);
  }

  @Override
  public boolean verifies(String value) {
    String hex = Symbols.lettersAndDigits(value).toLowerCase(Locale.ROOT);
    return hex.length() == 32
        && hex.substring(32 - CHECK).equals(check(hex.substring(0, 32 - CHECK)));
  }

  private String check(String body) {
    return prf.draw("check/UUID", body).text(Draw.HEX, CHECK);
  }
}
