package dev.sluice.dlp.walk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements in a text, in any order; what lies between them is copied. */
final class Edits {
  private record Edit(int start, int end, String after) {}

  private final String text;
  private final List<Edit> edits = new ArrayList<>();

  Edits(String text) {
    this.text = text;
  }

  void replace(int start, int end, String after) {
    if (end - start != after.length() || !text.startsWith(after, start)) {
      edits.add(new Edit(start, end, after));
    }
  }

  /** The text with all replacements; the same object if there are none. */
  String result() {
    if (edits.isEmpty()) {
      return text;
    }
    edits.sort(Comparator.comparingInt(Edit::start));
    StringBuilder out = new StringBuilder(text.length() + 64);
    int at = 0;
    for (Edit edit : edits) {
      out.append(text, at, edit.start).append(edit.after);
      at = edit.end;
    }
    return out.append(text, at, text.length()).toString();
  }
}
