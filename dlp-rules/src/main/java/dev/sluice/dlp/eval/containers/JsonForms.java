package dev.sluice.dlp.eval.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Forms that have to do with JSON. */
final class JsonForms {
  private static final Pattern LITERAL = Pattern.compile(": \"((?:[^\"\\\\]|\\\\.)*)\"");

  private JsonForms() {}

  /** Every value in {@code \\u} escapes. */
  record Escaped() implements BodyContainer.Form {
    @Override
    public byte[] write(List<Field> fields) {
      StringBuilder json = new StringBuilder("{\"quantity\": 2");
      for (Field f : fields) {
        json.append(", \"").append(f.name()).append("\": ").append(JsonForm.escaped(f.value()));
      }
      return Texts.bytes(json.append('}').toString());
    }

    @Override
    public List<String> read(byte[] body) {
      return JsonForm.values(Texts.text(body));
    }
  }

  /** JSON as an encoded string in a field of JSON. */
  record Nested(UnaryOperator<String> encode, UnaryOperator<String> decode)
      implements BodyContainer.Form {

    static Nested plain() {
      return new Nested(UnaryOperator.identity(), UnaryOperator.identity());
    }

    static Nested base64() {
      return new Nested(Texts::base64, Texts::unbase64);
    }

    static Nested hex() {
      return new Nested(
          text -> HexFormat.of().formatHex(Texts.bytes(text)),
          text -> Texts.text(HexFormat.of().parseHex(text)));
    }

    @Override
    public byte[] write(List<Field> fields) {
      ObjectNode node = JsonForm.MAPPER.createObjectNode().put("type", "order.created");
      node.put("payload", encode.apply(JsonForm.object(fields))).put("attempt", 1);
      return Texts.bytes(JsonForm.text(node));
    }

    @Override
    public List<String> read(byte[] body) {
      JsonNode node = JsonForm.tree(Texts.text(body));
      List<String> values = new ArrayList<>(List.of(node.path("type").asText()));
      values.addAll(JsonForm.values(decode.apply(node.path("payload").asText())));
      values.add(node.path("attempt").asText());
      return values;
    }
  }

  /** One JSON object a line. */
  record Lines() implements BodyContainer.Form {
    @Override
    public byte[] write(List<Field> fields) {
      StringBuilder lines = new StringBuilder();
      for (Field f : fields) {
        lines.append(JsonForm.object(List.of(f))).append('\n');
      }
      return Texts.bytes(lines.toString());
    }

    @Override
    public List<String> read(byte[] body) {
      return Texts.text(body).lines().flatMap(l -> JsonForm.values(l).stream()).toList();
    }
  }

  /** Arguments written into the query. */
  record GraphQlLiteral() implements BodyContainer.Form {
    @Override
    public byte[] write(List<Field> fields) {
      StringBuilder query = new StringBuilder("mutation { createOrder(input: {");
      for (Field f : fields) {
        query
            .append(Texts.identifier(f.name()))
            .append(": ")
            .append(JsonForm.quoted(f.value()))
            .append(", ");
      }
      query.append("quantity: 2}) { id status } }");
      return Texts.bytes(
          JsonForm.text(JsonForm.MAPPER.createObjectNode().put("query", query.toString())));
    }

    @Override
    public List<String> read(byte[] body) {
      String query = JsonForm.tree(Texts.text(body)).path("query").asText();
      List<String> literals = Texts.groups(LITERAL, query);
      return literals.stream().map(l -> JsonForm.tree('"' + l + '"').asText()).toList();
    }
  }

  /** Arguments as variables. */
  record GraphQlVariables() implements BodyContainer.Form {
    @Override
    public byte[] write(List<Field> fields) {
      ObjectNode node = JsonForm.MAPPER.createObjectNode();
      node.put("operationName", "CreateOrder");
      node.put(
          "query",
          "mutation CreateOrder($input: OrderInput!) { createOrder(input: $input) { id } }");
      node.set(
          "variables",
          JsonForm.MAPPER.createObjectNode().set("input", JsonForm.tree(JsonForm.object(fields))));
      return Texts.bytes(JsonForm.text(node));
    }

    @Override
    public List<String> read(byte[] body) {
      return JsonForm.values(Texts.text(body));
    }
  }
}
