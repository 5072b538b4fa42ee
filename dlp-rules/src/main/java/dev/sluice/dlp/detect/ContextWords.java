package dev.sluice.dlp.detect;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Words near a match, or in the names above it, that make it likelier. */
final class ContextWords {

  /** UTF-16 units in front of a span in which a word counts. */
  static final int BEFORE = 80;

  /** The same behind it. */
  static final int AFTER = 40;

  /**
   * Each behind a space, which is where words begin; without one in scripts that have no spaces.
   */
  private final List<String> words;

  ContextWords(List<String> words) {
    this.words =
        words.stream()
            .map(w -> String.join(" ", NameWords.of(w)))
            .map(w -> isUnspaced(w) ? w : " " + w)
            .distinct()
            .toList();
  }

  /**
   * Thai, Han, Kana, and Hangul, whose particles follow without a space (as split letters here).
   */
  private static boolean isUnspaced(String word) {
    return word.chars()
        .anyMatch(c -> c >= 0x2E80 || c >= 0x0E00 && c < 0x0F00 || c >= 0x1100 && c < 0x1200);
  }

  /** A text without accents that holds one of the words holds one of these, somewhere. */
  Set<String> firstWords() {
    Set<String> first = new TreeSet<>();
    for (String word : words) {
      if (isUnspaced(word)) {
        continue;
      }
      int space = word.indexOf(' ', 1);
      String whole = space < 0 ? word.substring(1) : word.substring(1, space);
      if (whole.chars().allMatch(c -> c < 128)) {
        first.add(whole);
      }
    }
    return first;
  }

  /** Whether there are words that {@link #firstWords} leaves out. */
  boolean isBeyondAscii() {
    return words.stream().anyMatch(w -> w.chars().anyMatch(c -> c >= 128));
  }

  List<String> words() {
    return words;
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** Whether one of the words stands within reach of the span; one that is cut does not count. */
  boolean near(String text, int start, int end) {
    return in(spaced(text.substring(wordStart(text, start - BEFORE, start), start)))
        || in(spaced(text.substring(end, wordEnd(text, end, end + AFTER))));
  }

  private static int wordStart(String text, int from, int to) {
    if (from <= 0) {
      return 0;
    }
    int at = from;
    while (at < to && isInWord(text, at)) {
      at++;
    }
    return at;
  }

  private static int wordEnd(String text, int from, int to) {
    if (to >= text.length()) {
      return text.length();
    }
    int at = to;
    while (at > from && isInWord(text, at)) {
      at--;
    }
    return at;
  }

  /** Whether letters or digits stand on both sides of an index, in a script with spaces. */
  private static boolean isInWord(String text, int at) {
    char before = text.charAt(at - 1);
    char behind = text.charAt(at);
    return before < 0x0E00
        && behind < 0x0E00
        && Character.isLetterOrDigit(before)
        && Character.isLetterOrDigit(behind);
  }

  private static String spaced(String window) {
    return " " + String.join(" ", NameWords.of(window)) + " ";
  }

  /** Whether one of the words stands in words between single spaces. */
  boolean in(String spacedText) {
    for (String word : words) {
      int at = spacedText.indexOf(word);
      while (at >= 0) {
        if (word.charAt(0) != ' ' || endsWord(spacedText, at + word.length())) {
          return true;
        }
        at = spacedText.indexOf(word, at + 1);
      }
    }
    return false;
  }

  /** The end of a word, or of its plural. */
  static boolean endsWord(String spacedText, int end) {
    return spacedText.charAt(end) == ' ' || spacedText.startsWith("s ", end);
  }
}
