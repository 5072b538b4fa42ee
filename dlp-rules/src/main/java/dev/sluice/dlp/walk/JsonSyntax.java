package dev.sluice.dlp.walk;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Proves that a text is JSON (RFC 8259), or several documents in a row, before anything is
 * rewritten, and marks the objects that are maps rather than records. Not recursive, so depth
 * cannot break it.
 */
final class JsonSyntax {
  private final String text;
  private int pos;
  private int documents;
  private int deepest;
  private int objects;
  private boolean valueDue;
  private final BitSet maps = new BitSet();

  // one frame per open container: ordinal or -1 for an array, keys, shape of the first key, same
  private int[] frames = new int[64];
  private int depth;

  private JsonSyntax(String text) {
    this.text = text;
  }

  /** What the text is; {@code documents} is 0 if it is no JSON. */
  record Outcome(int documents, int depth, BitSet maps) {
    boolean isJson() {
      return documents > 0;
    }
  }

  static Outcome check(String text) {
    JsonSyntax syntax = new JsonSyntax(text);
    boolean valid = syntax.documents();
    return new Outcome(valid ? syntax.documents : 0, syntax.deepest, syntax.maps);
  }

  private boolean documents() {
    skipSpace();
    while (pos < text.length()) {
      if (!value()) {
        return false;
      }
      while (depth > 0) {
        if (!next()) {
          return false;
        }
      }
      documents++;
      int before = pos;
      skipSpace();
      if (pos == before && pos < text.length() && !isOpen(text.charAt(pos))) {
        return false; // scalars must be separated
      }
    }
    return documents > 0;
  }

  /** Reads a scalar, or opens a container. */
  private boolean value() {
    valueDue = false;
    if (pos >= text.length()) {
      return false;
    }
    char c = text.charAt(pos);
    return switch (c) {
      case '{', '[' -> open(c == '{');
      case '"' -> string();
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      default -> number();
    };
  }

  private boolean open(boolean object) {
    pos++;
    if (depth * 4 + 4 > frames.length) {
      frames = Arrays.copyOf(frames, frames.length * 2);
    }
    frames[depth * 4] = object ? objects++ : -1;
    frames[depth * 4 + 1] = 0;
    frames[depth * 4 + 3] = 1;
    depth++;
    deepest = Math.max(deepest, depth);
    skipSpace();
    if (pos < text.length() && text.charAt(pos) == (object ? '}' : ']')) {
      pos++;
      close();
      return true;
    }
    valueDue = true;
    return !object || key();
  }

  /** Inside a container: the value that is due, or a comma, or the end. */
  private boolean next() {
    if (valueDue) {
      return value();
    }
    skipSpace();
    if (pos >= text.length()) {
      return false;
    }
    boolean object = frames[(depth - 1) * 4] >= 0;
    char c = text.charAt(pos++);
    if (c == (object ? '}' : ']')) {
      close();
      return true;
    }
    if (c != ',') {
      return false;
    }
    skipSpace();
    valueDue = true;
    return !object || key();
  }

  private void close() {
    depth--;
    int frame = depth * 4;
    int keys = frames[frame + 1];
    if (frames[frame] >= 0 && KeyShape.isMap(keys, frames[frame + 3] == 1)) {
      maps.set(frames[frame]);
    }
  }

  private boolean key() {
    int start = pos;
    if (pos >= text.length() || text.charAt(pos) != '"' || !string()) {
      return false;
    }
    int frame = (depth - 1) * 4;
    int shape = KeyShape.of(text, start + 1, pos - 1);
    if (frames[frame + 1] == 0) {
      frames[frame + 2] = shape;
    } else if (frames[frame + 2] != shape || shape == 0) {
      frames[frame + 3] = 0;
    }
    frames[frame + 1]++;
    skipSpace();
    if (pos >= text.length() || text.charAt(pos) != ':') {
      return false;
    }
    pos++;
    skipSpace();
    return pos < text.length();
  }

  private boolean string() {
    for (pos++; pos < text.length(); pos++) {
      char c = text.charAt(pos);
      if (c == '"') {
        pos++;
        return true;
      }
      if (c < 0x20 || (c == '\\' && !escape())) {
        return false;
      }
    }
    return false;
  }

  private boolean escape() {
    if (++pos >= text.length()) {
      return false;
    }
    char c = text.charAt(pos);
    if (c != 'u') {
      return "\"\\/bfnrt".indexOf(c) >= 0;
    }
    for (int i = 0; i < 4; i++) {
      if (++pos >= text.length() || Percent.hex(text.charAt(pos)) < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean literal(String word) {
    if (!text.startsWith(word, pos)) {
      return false;
    }
    pos += word.length();
    return true;
  }

  private boolean number() {
    int end = JsonNumbers.end(text, pos);
    if (end < 0) {
      return false;
    }
    pos = end;
    return true;
  }

  private void skipSpace() {
    while (pos < text.length() && isSpace(text.charAt(pos))) {
      pos++;
    }
  }

  private static boolean isOpen(char c) {
    return c == '{' || c == '[';
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }
}
