package dev.sluice.dlp.detect;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits names and text into lower-case words without accents: {@code billingCard_number}, {@code
 * Billing-CardNumber} and {@code billing card number} give the same three.
 */
final class NameWords {

  private NameWords() {}

  /** The words of a name or a piece of text, in order. */
  static List<String> of(String name) {
    String plain = isAscii(name) ? name : withoutAccents(name);
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= plain.length(); i++) {
      if (i == plain.length() || !Character.isLetterOrDigit(plain.charAt(i))) {
        add(words, plain, start, i);
        start = i + 1;
      } else if (i > start && startsWord(plain, i)) {
        add(words, plain, start, i);
        start = i;
      }
    }
    return words;
  }

  /** {@code aB}, and the B of {@code ABc}. */
  private static boolean startsWord(String name, int i) {
    if (!Character.isUpperCase(name.charAt(i))) {
      return false;
    }
    boolean afterUpper = Character.isUpperCase(name.charAt(i - 1));
    boolean beforeLower = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
    return !afterUpper || beforeLower;
  }

  private static void add(List<String> words, String name, int start, int end) {
    if (end > start) {
      words.add(name.substring(start, end).toLowerCase(Locale.ROOT));
    }
  }

  static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  /** The text with its accents taken off. */
  static String withoutAccents(String name) {
    String split = Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD);
    StringBuilder plain = new StringBuilder(split.length());
    for (int i = 0; i < split.length(); i++) {
      if (Character.getType(split.charAt(i)) != Character.NON_SPACING_MARK) {
        plain.append(split.charAt(i));
      }
    }
    return plain.toString();
  }
}
