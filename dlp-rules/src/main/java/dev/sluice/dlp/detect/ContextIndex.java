package dev.sluice.dlp.detect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The context words of all rules by the word they begin with: new names ask for few of them, where
 * asking every rule would ask for thousands. Immutable and thread-safe.
 */
final class ContextIndex {
  private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
  private final List<Entry> anywhere = new ArrayList<>();

  private record Entry(String word, BitSet rules) {}

  /** The words of each rule, by its number. */
  ContextIndex(List<ContextWords> rules) {
    Map<String, BitSet> byWord = new HashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      for (String word : rules.get(i).words()) {
        byWord.computeIfAbsent(word, w -> new BitSet()).set(i);
      }
    }
    byWord.forEach((word, numbers) -> entries(word).add(new Entry(word, numbers)));
  }

  private List<Entry> entries(String word) {
    if (word.charAt(0) != ' ') {
      return anywhere;
    }
    int end = word.indexOf(' ', 1);
    String first = end < 0 ? word.substring(1) : word.substring(1, end);
    return byFirstWord.computeIfAbsent(first, w -> new ArrayList<>());
  }

  /** The rules one of whose words stands in words between single spaces. */
  BitSet in(String spacedText) {
    BitSet found = new BitSet();
    for (int at = 0; at >= 0 && at < spacedText.length() - 1; ) {
      int end = spacedText.indexOf(' ', at + 1);
      String word = spacedText.substring(at + 1, end < 0 ? spacedText.length() : end);
      mark(word, spacedText, at, found);
      if (word.endsWith("s")) {
        mark(word.substring(0, word.length() - 1), spacedText, at, found);
      }
      at = end;
    }
    if (!NameWords.isAscii(spacedText)) {
      anywhere.stream()
          .filter(e -> spacedText.contains(e.word()))
          .forEach(e -> found.or(e.rules()));
    }
    return found;
  }

  private void mark(String first, String text, int at, BitSet found) {
    for (Entry entry : byFirstWord.getOrDefault(first, List.of())) {
      String word = entry.word();
      if (text.startsWith(word, at) && ContextWords.endsWord(text, at + word.length())) {
        found.or(entry.rules());
      }
    }
  }
}
