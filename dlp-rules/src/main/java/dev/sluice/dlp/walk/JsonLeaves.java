package dev.sluice.dlp.walk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The string values of a JSON document with their paths and places. */
final class JsonLeaves {
  private static final int MOST = 64;

  /** A string value; {@code start} and {@code end} enclose its literal without quotes. */
  record Leaf(String path, String name, int start, int end) {}

  private JsonLeaves() {}

  /** The first {@value #MOST} string values of a text that is valid JSON. */
  static List<Leaf> of(String json) {
    List<Leaf> leaves = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    String key = "";
    int pos = 0;
    while (pos < json.length() && leaves.size() < MOST) {
      char c = json.charAt(pos);
      if (c == '"') {
        int end = end(json, pos + 1);
        int after = end + 1;
        while (after < json.length() && JsonSyntax.isSpace(json.charAt(after))) {
          after++;
        }
        if (after < json.length() && json.charAt(after) == ':') {
          key = json.substring(pos + 1, end);
          after++;
        } else {
          leaves.add(new Leaf(String.join(".", open) + "." + key, key, pos + 1, end));
        }
        pos = after;
        continue;
      }
      if (c == '{' || c == '[') {
        open.push(key);
      } else if ((c == '}' || c == ']') && !open.isEmpty()) {
        open.pop();
      }
      pos++;
    }
    return leaves;
  }

  private static int end(String json, int from) {
    int end = from;
    while (json.charAt(end) != '"') {
      end += json.charAt(end) == '\\' ? 2 : 1;
    }
    return end;
  }
}
