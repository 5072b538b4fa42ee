package dev.sluice.dlp.detect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rules a field name speaks for. A rule's name matches any run of words that ends anywhere in
 * the field's own name and may begin in its parent's; {@code =name} wants the field's whole name.
 */
final class FieldNameIndex {

  private static final int LONGEST_RUN = 6;

  private final Map<String, BitSet> parts = new HashMap<>();
  private final Map<String, BitSet> wholes = new HashMap<>();

  void add(String name, int rule) {
    boolean whole = name.startsWith("=");
    String key = String.join("", NameWords.of(name));
    (whole ? wholes : parts).computeIfAbsent(key, k -> new BitSet()).set(rule);
  }

  /** Sets the bit of each rule that one of the field's names speaks for. */
  void mark(List<String> fieldWords, List<String> parentWords, BitSet rules) {
    markAsWritten(fieldWords, parentWords, rules);
    List<String> apart = JoinedWords.apart(fieldWords);
    if (!apart.equals(fieldWords)) {
      markAsWritten(apart, parentWords, rules);
    }
  }

  private void markAsWritten(List<String> fieldWords, List<String> parentWords, BitSet rules) {
    or(rules, wholes.get(String.join("", fieldWords)));
    List<String> words = new ArrayList<>(parentWords);
    words.addAll(fieldWords);
    for (int end = parentWords.size() + 1; end <= words.size(); end++) {
      StringBuilder run = new StringBuilder();
      for (int start = end - 1; start >= Math.max(0, end - LONGEST_RUN); start--) {
        run.insert(0, words.get(start));
        or(rules, parts.get(run.toString()));
      }
    }
  }

  private static void or(BitSet rules, @Nullable BitSet more) {
    if (more != null) {
      rules.or(more);
    }
  }
}
