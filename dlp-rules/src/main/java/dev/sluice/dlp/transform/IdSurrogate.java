package dev.sluice.dlp.transform;

import java.util.Locale;

/**
 * A bank, tax or identity number in the form of the original. Its check digits come right because
 * it is drawn until the type's check accepts it; what else the type asks for stands in {@link
 * IdForms}. No room for a keyed check.
 */
final class IdSurrogate implements Surrogate {
  private static final Surrogate CHARACTERS = new RandomSurrogate();

  private final String type;

  IdSurrogate(String type) {
    this.type = type;
  }

  @Override
  public String make(String value, Draw draw) {
    // Drawn without separators and in one case, so that every notation gets the same one.
    String plain = Symbols.lettersAndDigits(value);
    String upper = plain.toUpperCase(Locale.ROOT);
    String made =
        IdForms.of(type, upper)
            .map(form -> form.draw(upper, draw))
            .orElseGet(() -> CHARACTERS.make(upper, draw));
    boolean lower = plain.equals(plain.toLowerCase(Locale.ROOT));
    return Symbols.pour(value, lower ? made.toLowerCase(Locale.ROOT) : made);
  }
}
