package dev.sluice.dlp.walk;

/** Names as locations show them: those that do not look like identifiers appear as {@code *}. */
final class Labels {
  static final String ANY = "*";
  private static final int LONGEST = 64;

  private Labels() {}

  static String of(String name) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return ANY;
    }
    int digits = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= '0' && c <= '9') {
        if (++digits > 4) {
          return ANY;
        }
      } else if (!isLetter(c) && "_-.$:/[]".indexOf(c) < 0) {
        return ANY;
      }
    }
    return digits == name.length() ? ANY : name;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
