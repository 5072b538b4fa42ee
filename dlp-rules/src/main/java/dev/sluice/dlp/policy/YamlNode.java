package dev.sluice.dlp.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A piece of a YAML document that knows its line, so that an error can name it. */
sealed interface YamlNode {

  int line();

  /** What stands at the node, for an error text. */
  String kind();

  /** What stands there, without lines. */
  Object content();

  static SortedMap<String, Object> content(Map<String, YamlNode> entries) {
    TreeMap<String, Object> content = new TreeMap<>();
    entries.forEach((key, node) -> content.put(key, node.content()));
    return content;
  }

  record Text(String value, int line) implements YamlNode {
    @Override
    public Object content() {
      return value;
    }

    @Override
    public String kind() {
      return "a value";
    }
  }

  record Many(List<YamlNode> items, int line) implements YamlNode {
    @Override
    public Object content() {
      return items.stream().map(YamlNode::content).toList();
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  record Keys(Map<String, YamlNode> entries, int line) implements YamlNode {
    @Override
    public Object content() {
      return YamlNode.content(entries);
    }

    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** The document; an empty one is an empty mapping. */
  static YamlNode parse(String file, String yaml) {
    try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
      JsonToken first = parser.nextToken();
      if (first == null || first == JsonToken.VALUE_NULL) {
        return new Keys(Map.of(), 1);
      }
      return node(file, parser);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new PolicyException(file + ":" + line + ": not valid YAML. Check indents and quotes.");
    } catch (IOException e) {
      throw new PolicyException(file + ": cannot be read.");
    }
  }

  private static YamlNode node(String file, JsonParser p) throws IOException {
    int line = p.currentTokenLocation().getLineNr();
    return switch (p.currentToken()) {
      case START_OBJECT -> keys(file, p, line);
      case START_ARRAY -> many(file, p, line);
      default -> new Text(p.currentToken() == JsonToken.VALUE_NULL ? "" : p.getText(), line);
    };
  }

  private static YamlNode keys(String file, JsonParser p, int line) throws IOException {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    while (p.nextToken() != JsonToken.END_OBJECT) {
      String key = p.currentName();
      int at = p.currentTokenLocation().getLineNr();
      p.nextToken();
      if (entries.put(key, node(file, p)) != null) {
        throw new PolicyException(
            file + ":" + at + ": key " + key + " stands twice. Remove one of them.");
      }
    }
    return new Keys(entries, line);
  }

  private static YamlNode many(String file, JsonParser p, int line) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    while (p.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(file, p));
    }
    return new Many(items, line);
  }
}
