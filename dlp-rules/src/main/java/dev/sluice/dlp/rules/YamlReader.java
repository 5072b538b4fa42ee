package dev.sluice.dlp.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads YAML into {@link YamlNode}s. */
final class YamlReader {

  private static final YAMLFactory FACTORY = new YAMLFactory();

  private final String file;

  private YamlReader(String file) {
    this.file = file;
  }

  static YamlNode read(String file, byte[] bytes) {
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      if (parser.nextToken() == null) {
        throw RulePackException.at(file, 1, "", "the file is empty", "Write `rules:` and a list.");
      }
      return new YamlReader(file).node(parser);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw RulePackException.at(
          file, line, "", "this is not YAML", "Check indentation, quotes and colons at this line.");
    } catch (IOException e) {
      throw RulePackException.at(file, 1, "", "cannot be read", "Save the file as UTF-8.");
    }
  }

  private YamlNode node(JsonParser parser) throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_ARRAY) {
      return sequence(parser, line);
    }
    if (token == JsonToken.START_OBJECT) {
      return mapping(parser, line);
    }
    return new YamlNode.Scalar(token == JsonToken.VALUE_NULL ? "" : parser.getText(), line);
  }

  private YamlNode sequence(JsonParser parser, int line) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser));
    }
    return new YamlNode.Sequence(List.copyOf(items), line);
  }

  private YamlNode mapping(JsonParser parser, int line) throws IOException {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      int keyLine = parser.currentTokenLocation().getLineNr();
      String key = parser.currentName();
      parser.nextToken();
      if (entries.put(key, node(parser)) != null) {
        throw RulePackException.at(
            file, keyLine, "", "`" + key + "` stands twice", "Keep one of them.");
      }
    }
    return new YamlNode.Mapping(entries, line);
  }
}
