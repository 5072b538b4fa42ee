package dev.sluice.snapshot.stats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.model.Body;
import dev.sluice.model.Finding;
import dev.sluice.model.Header;
import dev.sluice.model.Response;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SluiceJson;
import dev.sluice.snapshot.row.ContentCoding;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The first value a row has under each name, in query, forms and JSON, request before response.
 * Names are compared by their letters and digits. Not thread-safe.
 */
final class FieldsOfRow {
  /** What leaves something of a value; all other transforms leave nothing that tells a person. */
  private static final Set<String> TELLING =
      Set.of("generalize", "bucket", "keep", "time-reference");

  private static final String FORM = "application/x-www-form-urlencoded";

  private final Map<String, String> values = new TreeMap<>();
  private final Set<String> replaced = new TreeSet<>();

  private FieldsOfRow() {}

  static FieldsOfRow of(SanitizedExchange row) {
    FieldsOfRow fields = new FieldsOfRow();
    for (Finding finding : row.findings()) {
      if (!TELLING.contains(finding.transform())) {
        fields.replaced.add(plain(lastName(finding.location())));
      }
    }
    String url = row.exchange().request().url();
    int query = url.indexOf('?');
    if (query >= 0) {
      int end = url.indexOf('#', query);
      fields.form(url.substring(query + 1, end < 0 ? url.length() : end));
    }
    fields.body(row.exchange().request().headers(), row.exchange().request().body());
    Optional<Response> response = row.exchange().response();
    response.ifPresent(r -> fields.body(r.headers(), r.body()));
    return fields;
  }

  /**
   * The values of those fields that nothing replaced, as one text; empty if the row lacks a field,
   * or all of them were replaced.
   */
  Optional<String> combination(List<String> names) {
    StringBuilder all = new StringBuilder();
    for (String name : names) {
      String field = plain(name);
      String value = values.get(field);
      if (value == null) {
        return Optional.empty();
      }
      if (!replaced.contains(field)) {
        all.append(field).append('=').append(value).append('\n');
      }
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all.toString());
  }

  private void body(List<Header> headers, Body body) {
    byte[] bytes =
        ContentCoding.decode(headers, body)
            .map(ContentCoding.Decoded::bytes)
            .orElseGet(body::bytes);
    String type =
        headers.stream()
            .filter(h -> h.is("content-type"))
            .map(h -> h.value().toLowerCase(Locale.ROOT))
            .findFirst()
            .orElse("");
    if (type.startsWith(FORM)) {
      form(new String(bytes, StandardCharsets.UTF_8));
    } else if (type.contains("json")) {
      json(bytes);
    }
  }

  private void form(String text) {
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        add(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** What is no JSON any more ends it. */
  private void json(byte[] bytes) {
    try (JsonParser json = SluiceJson.mapper().getFactory().createParser(bytes)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        String name = json.currentName();
        if (name != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
          add(name, json.getText());
        }
      }
    } catch (IOException e) {
      // its values so far count
    }
  }

  private void add(String name, String value) {
    values.putIfAbsent(plain(name), value.strip().toLowerCase(Locale.ROOT));
  }

  private static String lastName(String location) {
    int from = 0;
    for (int i = 0; i < location.length(); i++) {
      if (".:[".indexOf(location.charAt(i)) >= 0 && i < location.length() - 1) {
        from = i + 1;
      }
    }
    return location.substring(from);
  }

  private static String plain(String name) {
    StringBuilder out = new StringBuilder(name.length());
    name.chars().filter(Character::isLetterOrDigit).forEach(c -> out.append((char) c));
    return out.toString().toLowerCase(Locale.ROOT);
  }
}
