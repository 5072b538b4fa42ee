package dev.sluice.dlp.eval.containers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A JSON object with the fields and some numbers below them. */
final class JsonForm implements BodyContainer.Form {
  static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectMapper ESCAPING =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  @Override
  public byte[] write(List<Field> fields) {
    return Texts.bytes(object(fields));
  }

  @Override
  public List<String> read(byte[] body) {
    return values(Texts.text(body));
  }

  static String object(List<Field> fields) {
    ObjectNode node = MAPPER.createObjectNode();
    fields.forEach(f -> node.put(f.name(), f.value()));
    node.putObject("basket").put("quantity", 2).put("total", 129.9).put("gift", false);
    return text(node);
  }

  /** All scalars in document order. */
  static List<String> values(String json) {
    List<String> values = new ArrayList<>();
    collect(tree(json), values);
    return values;
  }

  private static void collect(JsonNode node, List<String> values) {
    if (node.isValueNode()) {
      values.add(node.asText());
    }
    node.forEach(child -> collect(child, values));
  }

  static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON any more");
    }
  }

  static String text(JsonNode node) {
    try {
      return ESCAPING.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON");
    }
  }

  static String quoted(String text) {
    return text(MAPPER.getNodeFactory().textNode(text));
  }

  /** A JSON string in which every character is written as an escape. */
  static String escaped(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      json.append(String.format("\\u%04x", (int) c));
    }
    return json.append('"').toString();
  }
}
