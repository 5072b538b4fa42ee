package dev.sluice.dlp.rules;

import java.util.List;
import java.util.Map;

/** A YAML document with the line each part begins at, so that errors can name it. */
sealed interface YamlNode {

  /** From 1. */
  int line();

  record Scalar(String text, int line) implements YamlNode {}

  record Sequence(List<YamlNode> items, int line) implements YamlNode {}

  record Mapping(Map<String, YamlNode> entries, int line) implements YamlNode {}
}
