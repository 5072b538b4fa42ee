package dev.sluice.dlp.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One mapping of a policy file with typed, strict access to its keys. */
final class Section {
  private final String file;
  private final String path;
  private final Map<String, YamlNode> entries;
  private final int line;

  private Section(String file, String path, Map<String, YamlNode> entries, int line) {
    this.file = file;
    this.path = path;
    this.entries = entries;
    this.line = line;
  }

  static Section of(String file, String path, YamlNode node, Set<String> known) {
    if (!(node instanceof YamlNode.Keys keys)) {
      throw error(file, node.line(), path, "is " + node.kind() + ", not a mapping");
    }
    Section section = new Section(file, path, keys.entries(), keys.line());
    for (Map.Entry<String, YamlNode> entry : keys.entries().entrySet()) {
      if (!known.isEmpty() && !known.contains(entry.getKey())) {
        throw error(
            file,
            entry.getValue().line(),
            section.name(entry.getKey()),
            "is not a key here; known are " + String.join(", ", known.stream().sorted().toList()));
      }
    }
    return section;
  }

  /** The same, but for a key. */
  Section without(String key) {
    Map<String, YamlNode> others = new LinkedHashMap<>(entries);
    others.remove(key);
    return new Section(file, path, others, line);
  }

  Optional<Section> section(String key, Set<String> known) {
    YamlNode node = entries.get(key);
    return node == null ? Optional.empty() : Optional.of(of(file, name(key), node, known));
  }

  List<Section> sections(String key, Set<String> known) {
    List<Section> found = new ArrayList<>();
    for (YamlNode item : items(key)) {
      found.add(of(file, name(key), item, known));
    }
    return found;
  }

  Optional<String> text(String key) {
    YamlNode node = entries.get(key);
    if (node == null) {
      return Optional.empty();
    }
    return Optional.of(scalar(key, node));
  }

  String text(String key, String standard) {
    return text(key).orElse(standard);
  }

  List<String> texts(String key) {
    List<String> found = new ArrayList<>();
    for (YamlNode item : items(key)) {
      found.add(scalar(key, item));
    }
    return found;
  }

  /** One value, or a list of them. */
  List<String> textsOrOne(String key) {
    return entries.get(key) instanceof YamlNode.Text text ? List.of(text.value()) : texts(key);
  }

  boolean isMapping(String key) {
    return entries.get(key) instanceof YamlNode.Keys;
  }

  /** The line it begins at. */
  int line() {
    return line;
  }

  /** All it holds: texts, lists and mappings. */
  SortedMap<String, Object> content() {
    return YamlNode.content(entries);
  }

  /** The keys, in the file's order. */
  Set<String> keys() {
    return entries.keySet();
  }

  SortedMap<String, String> pairs() {
    SortedMap<String, String> found = new TreeMap<>();
    entries.forEach((key, node) -> found.put(key, scalar(key, node)));
    return found;
  }

  int integer(String key, int standard, int least) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return standard;
    }
    try {
      int value = Integer.parseInt(text.get().replace("_", ""));
      if (value >= least) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, without the parser's own words
    }
    throw wrong(key, "is not a whole number of at least " + least);
  }

  double share(String key, double standard) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return standard;
    }
    try {
      double value = Double.parseDouble(text.get());
      if (value >= 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, without the parser's own words
    }
    throw wrong(key, "is not a number from 0 to 1");
  }

  Duration duration(String key, Duration standard) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return standard;
    }
    return Durations.parse(text.get())
        .orElseThrow(() -> wrong(key, "is not a duration such as 30s, 5m, 1h or 1d"));
  }

  PolicyException wrong(String key, String problem) {
    YamlNode node = entries.get(key);
    return error(file, node == null ? 1 : node.line(), name(key), problem);
  }

  private List<YamlNode> items(String key) {
    YamlNode node = entries.get(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof YamlNode.Many many) {
      return many.items();
    }
    throw wrong(key, "is " + node.kind() + ", not a list");
  }

  private String scalar(String key, YamlNode node) {
    if (node instanceof YamlNode.Text text) {
      return text.value();
    }
    throw error(file, node.line(), name(key), "is " + node.kind() + ", not a value");
  }

  private String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static PolicyException error(String file, int line, String key, String problem) {
    return new PolicyException(
        file + ":" + line + ": " + (key.isEmpty() ? "the policy" : key) + " " + problem + ".");
  }
}
