package dev.sluice.cli.rules;

import dev.sluice.dlp.rules.RulePackException;
import dev.sluice.dlp.rules.RulePacks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of a rule file for a shape, with examples that hold.
 *
 * @param field name it stands under; empty if that says nothing
 * @param values texts of the matching examples, as examples are written
 */
record RuleDraft(
    String id,
    String infoType,
    String category,
    String field,
    SampleShape shape,
    List<String> values) {
  private static final int LEAST_KEYWORD = 2;

  /** Holds for every drafted pattern but one that asks for dots. */
  private static final String NOTHING = "…";

  /**
   * The file.
   *
   * @throws RulePackException if a name is none, or the shape is not one of a rule
   */
  String yaml() {
    List<String> matches = new ArrayList<>(values);
    prove(matches, List.of(NOTHING));
    String inText = "before «" + values.get(0) + "» behind";
    List<String> proven =
        noMatch().stream().distinct().filter(n -> holds(matches, List.of(n))).toList();
    List<String> noMatch = proven.isEmpty() ? List.of(NOTHING) : proven;
    if (holds(List.of(inText), noMatch)) {
      matches.add(inText);
    }
    return prove(matches, noMatch);
  }

  boolean isStrong() {
    return !shape.prefix().isEmpty();
  }

  private boolean holds(List<String> matches, List<String> noMatch) {
    try {
      return !prove(matches, noMatch).isEmpty();
    } catch (RulePackException e) {
      return false;
    }
  }

  private String prove(List<String> matches, List<String> noMatch) {
    String yaml = with(matches, noMatch);
    RulePacks.read("the draft", "draft", yaml.getBytes(StandardCharsets.UTF_8));
    return yaml;
  }

  /** What comes close: too long, too short, other characters, without the start. */
  private List<String> noMatch() {
    List<Piece> pieces = shape.pieces();
    int last = pieces.size() - 1;
    while (pieces.get(last).isLiteral()) {
      last--;
    }
    Piece varied = pieces.get(last);
    List<String> near = new ArrayList<>();
    near.add(written(last, varied.sized(varied.max() + 1).generator()));
    if (varied.min() > 1) {
      near.add(written(last, varied.sized(varied.min() - 1).generator()));
    }
    near.add(written(last, varied.stranger()));
    if (isStrong()) {
      near.add(pieces.stream().skip(1).map(Piece::generator).collect(Collectors.joining()));
    }
    return near;
  }

  private String written(int changed, String by) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < shape.pieces().size(); i++) {
      text.append(i == changed ? by : shape.pieces().get(i).generator());
    }
    return text.toString();
  }

  private String with(List<String> matches, List<String> noMatch) {
    StringBuilder out = new StringBuilder(1_024);
    out.append("# yaml-language-server: $schema=rules-schema.json\n")
        .append("# Edit, then prove it: sluice rules test FILE. Keys: docs/rules-howto.md\n")
        .append("rules:\n")
        .append("  - id: ")
        .append(id)
        .append('\n')
        .append("    infoType: ")
        .append(infoType)
        .append("   # what the value is; policies name it\n")
        .append("    category: ")
        .append(category)
        .append("   # pii, financial, health, secret, network or time\n")
        .append("    pattern: ")
        .append(quoted(shape.regex()))
        .append("   # RE2; are all lengths and characters right?\n");
    evidence(out);
    out.append("    examples:\n      match:   # « and » mark what must be found\n");
    matches.forEach(m -> out.append("        - ").append(match(m)).append('\n'));
    out.append("      noMatch:   # what comes close and is not one\n");
    noMatch.forEach(n -> out.append("        - ").append(quoted(n)).append('\n'));
    return out.toString();
  }

  private void evidence(StringBuilder out) {
    String prefix = shape.prefix();
    boolean ascii = prefix.chars().allMatch(c -> c > ' ' && c < 0x7f);
    if (ascii && prefix.length() >= LEAST_KEYWORD) {
      out.append("    keywords: [")
          .append(quoted(prefix))
          .append("]   # one must stand in the text: makes scanning fast\n");
    }
    if (field.isEmpty()) {
      out.append("    # fields: [badge number]   # names that lift the score to contextScore\n");
    } else {
      out.append("    fields: [")
          .append(quoted(field))
          .append("]   # names that lift the score to contextScore\n");
    }
    out.append("    # context: [badge]   # words near the value that do the same\n")
        .append("    # validators: [luhn]   # proofs, such as a check digit\n")
        .append("    # boundary: token   # if - or + may not stand beside it either\n");
    out.append(
        isStrong()
            ? "    score: 0.9\n"
            : "    score: 0.3   # a bare shape can be chance; the policy rewrites from 0.5\n");
    if (!isStrong() && !field.isEmpty()) {
      out.append("    contextScore: 0.9\n");
    }
  }

  private String match(String example) {
    String text = example.contains("«") ? example : '«' + example + '»';
    return field.isEmpty()
        ? quoted(text)
        : "{text: " + quoted(text) + ", field: " + quoted(field) + ", score: 0.9}";
  }

  /** A YAML scalar. */
  private static String quoted(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }
}
