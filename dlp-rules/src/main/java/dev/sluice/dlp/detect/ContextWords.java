package dev.sluice.dlp.detect;

import java.util.List;

/** Words near a match, or in the names above it, that make it likelier. */
final class ContextWords {

  private static final int BEFORE = 80;
  private static final int AFTER = 40;

  private final List<String> words;

  ContextWords(List<String> words) {
    this.words =
        words.stream().map(w -> " " + String.join(" ", NameWords.of(w))).distinct().toList();
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** Whether one of the words stands in the names, or within reach of the span. */
  boolean near(String text, int start, int end, Names names) {
    return in(names.words())
        || in(spaced(text.substring(Math.max(0, start - BEFORE), start)))
        || in(spaced(text.substring(end, Math.min(text.length(), end + AFTER))));
  }

  private static String spaced(String window) {
    return " " + String.join(" ", NameWords.of(window)) + " ";
  }

  private boolean in(String spacedText) {
    for (String word : words) {
      int at = spacedText.indexOf(word);
      while (at >= 0) {
        if (endsWord(spacedText, at + word.length())) {
          return true;
        }
        at = spacedText.indexOf(word, at + 1);
      }
    }
    return false;
  }

  /** The end of a word, or of its plural. */
  private static boolean endsWord(String spacedText, int end) {
    return spacedText.charAt(end) == ' ' || spacedText.startsWith("s ", end);
  }
}
