package dev.sluice.dlp.rules;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Typed access to the keys of one mapping of a pack, with errors that name the place. */
final class RuleFields {

  private final String file;
  private final YamlNode.Mapping mapping;
  private String rule = "";

  RuleFields(String file, YamlNode node, String what, Set<String> known) {
    this.file = file;
    if (!(node instanceof YamlNode.Mapping found)) {
      throw error(node.line(), what + " is not a mapping", "Write `key: value` pairs.");
    }
    this.mapping = found;
    this.rule = found.entries().get("id") instanceof YamlNode.Scalar id ? id.text() : "";
    found
        .entries()
        .forEach(
            (key, value) -> {
              if (!known.contains(key)) {
                throw error(
                    value.line(),
                    "`" + key + "` is not known here",
                    "Known are " + String.join(", ", new TreeSet<>(known)) + ".");
              }
            });
  }

  void inRule(String id) {
    this.rule = id;
  }

  int line() {
    return mapping.line();
  }

  boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  YamlNode node(String key) {
    YamlNode node = mapping.entries().get(key);
    if (node == null) {
      throw error(line(), "`" + key + "` is missing", "Add it.");
    }
    return node;
  }

  String text(String key) {
    if (node(key) instanceof YamlNode.Scalar scalar && !scalar.text().isEmpty()) {
      return scalar.text();
    }
    throw error(node(key).line(), "`" + key + "` is not a text", "Write one value, quoted.");
  }

  String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  double number(String key, double min, double max, double otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    try {
      double number = Double.parseDouble(text(key));
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw error(
        node(key).line(),
        "`" + key + "` is not a number from " + min + " to " + max,
        "Correct it.");
  }

  /** The texts of a list; one text alone counts as a list. */
  List<String> texts(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (node(key) instanceof YamlNode.Scalar) {
      return List.of(text(key));
    }
    return items(key).stream()
        .map(
            item -> {
              if (item instanceof YamlNode.Scalar scalar && !scalar.text().isEmpty()) {
                return scalar.text();
              }
              throw error(item.line(), "an item of `" + key + "` is not a text", "Quote it.");
            })
        .toList();
  }

  List<YamlNode> items(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (node(key) instanceof YamlNode.Sequence sequence) {
      return sequence.items();
    }
    throw error(node(key).line(), "`" + key + "` is not a list", "Write `- item` lines.");
  }

  RulePackException error(int line, String problem, String advice) {
    return RulePackException.at(file, line, rule, problem, advice);
  }
}
