package dev.sluice.capture.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code ### NAME ###} section of an RRPair file: a fenced head and, in messages, a fenced
 * body. A body may hold fences of its own, so it reaches to the last one of the section.
 */
record MdSection(List<String> head, String body) {
  static final MdSection EMPTY = new MdSection(List.of(), "");

  private static final Pattern HEADING =
      Pattern.compile("### (REQUEST|RESPONSE|SIGNATURE|METADATA|INTERNAL)\\b.*###\\s*");
  private static final String FENCE = "```";

  /** The sections by their names; the first of each name counts. */
  static Map<String, MdSection> parse(String text) {
    Map<String, MdSection> sections = new HashMap<>();
    List<String> lines = new ArrayList<>();
    String name = "";
    for (String line : text.split("\n", -1)) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches() && !sections.containsKey(heading.group(1))) {
        sections.putIfAbsent(name, of(lines));
        lines = new ArrayList<>();
        name = heading.group(1);
      } else {
        lines.add(line);
      }
    }
    sections.putIfAbsent(name, of(lines));
    return sections;
  }

  private static MdSection of(List<String> lines) {
    int open = nextFence(lines, 0);
    int close = nextFence(lines, open + 1);
    if (open < 0 || close < 0) {
      return EMPTY;
    }
    List<String> head =
        lines.subList(open + 1, close).stream()
            .filter(l -> !l.isBlank())
            .map(String::strip)
            .toList();
    int bodyOpen = nextFence(lines, close + 1);
    int bodyClose = lines.size() - 1;
    while (bodyClose > bodyOpen && !isFence(lines.get(bodyClose))) {
      bodyClose--;
    }
    boolean hasBody = bodyOpen >= 0 && bodyClose > bodyOpen;
    return new MdSection(
        head, hasBody ? String.join("\n", lines.subList(bodyOpen + 1, bodyClose)) : "");
  }

  private static int nextFence(List<String> lines, int from) {
    for (int i = Math.max(0, from); i < lines.size(); i++) {
      if (isFence(lines.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isFence(String line) {
    return line.strip().equals(FENCE);
  }

  /** The first line of the head, or empty. */
  String firstLine() {
    return head.isEmpty() ? "" : head.get(0);
  }

  /** The value of a {@code name: value} line of the head, or empty. */
  String value(String name) {
    return head.stream()
        .filter(l -> l.startsWith(name + ":"))
        .map(l -> l.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  @Override
  public String toString() {
    return "[section, " + head.size() + " lines]";
  }
}
