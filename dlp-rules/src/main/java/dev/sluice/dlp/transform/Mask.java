package dev.sluice.dlp.transform;

/** All but the last four letters and digits as {@code *}; values under nine wholly. Stateless. */
final class Mask {
  private static final int LONG = 8;

  private Mask() {}

  static String apply(TransformSpec spec, String value) {
    int shown = Symbols.lettersAndDigits(value).length() > LONG ? spec.number("keepLast", 4) : 0;
    char sign = spec.text("with").orElse("*").charAt(0);
    StringBuilder out = new StringBuilder(value.length());
    for (int i = value.length() - 1; i >= 0; i--) {
      char c = value.charAt(i);
      boolean hidden = Character.isLetterOrDigit(c) && shown-- <= 0;
      out.append(hidden ? sign : c);
    }
    return out.reverse().toString();
  }
}
