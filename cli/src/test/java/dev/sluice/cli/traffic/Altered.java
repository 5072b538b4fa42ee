package dev.sluice.cli.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.Body;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts the scalar values of exchanges (JSON leaves, query parameters, form fields, headers) and
 * how many of them sanitizing altered. Holds counts only, never a value.
 */
final class Altered {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, long[]> counts = new TreeMap<>();
  private long broken;

  /** Holds an exchange against what became of it. */
  void compare(Exchange before, Exchange after) {
    pairs("query", query(before), query(after));
    message(before.request().headers(), after.request().headers());
    body(before.request().body(), after.request().body());
    if (before.response().isPresent() && after.response().isPresent()) {
      message(before.response().get().headers(), after.response().get().headers());
      body(before.response().get().body(), after.response().get().body());
    }
  }

  /** All values of a kind: {@code json}, {@code query}, {@code form}, {@code header}. */
  long all(String kind) {
    return counts.getOrDefault(kind, new long[2])[0];
  }

  /** The altered ones among them. */
  long altered(String kind) {
    return counts.getOrDefault(kind, new long[2])[1];
  }

  /**
   * JSON objects whose keys, arrays whose lengths, or leaves whose types are not what they were.
   */
  long broken() {
    return broken;
  }

  private void count(String kind, boolean changed) {
    long[] of = counts.computeIfAbsent(kind, k -> new long[2]);
    of[0]++;
    of[1] += changed ? 1 : 0;
  }

  private static String query(Exchange e) {
    int mark = e.request().url().indexOf('?');
    return mark < 0 ? "" : e.request().url().substring(mark + 1);
  }

  private void pairs(String kind, String before, String after) {
    if (before.isEmpty()) {
      return;
    }
    String[] old = before.split("&", -1);
    String[] now = after.split("&", -1);
    for (int i = 0; i < old.length; i++) {
      count(kind, i >= now.length || !old[i].equals(now[i]));
    }
  }

  private void message(List<Header> before, List<Header> after) {
    List<Header> left = new ArrayList<>(after);
    for (Header header : before) {
      if (!header.is("content-length") && !header.is("content-encoding")) {
        count("header", !left.remove(header));
      }
    }
  }

  private void body(Body before, Body after) {
    String old = Bodies.text(before);
    String now = Bodies.text(after);
    if (document(old, now)) {
      return;
    }
    if (old.startsWith("data: {") || old.startsWith("event: ")) {
      events(old, now);
    } else if (old.matches("[A-Za-z0-9_.\\[\\]%-]{1,80}=[^\\s<{]*")) {
      pairs("form", old, now);
    }
  }

  private boolean document(String before, String after) {
    Optional<JsonNode> json = json(before);
    json.ifPresent(old -> json(after).ifPresentOrElse(now -> tree(old, now), () -> broken++));
    return json.isPresent();
  }

  /** Server-sent events with JSON data, line by line. */
  private void events(String before, String after) {
    String[] old = before.split("\n", -1);
    String[] now = after.split("\n", -1);
    for (int i = 0; i < old.length && i < now.length; i++) {
      if (old[i].startsWith("data: {") && now[i].startsWith("data: ")) {
        document(old[i].substring(6), now[i].substring(6));
      }
    }
    broken += old.length == now.length ? 0 : 1;
  }

  private static Optional<JsonNode> json(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      return node != null && node.isContainerNode() ? Optional.of(node) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private void tree(JsonNode before, JsonNode after) {
    if (before.getNodeType() != after.getNodeType() || before.size() != after.size()) {
      broken++;
    } else if (before.isValueNode()) {
      count("json", !before.equals(after));
    } else {
      if (before.isObject() && !names(before).equals(names(after))) {
        broken++;
      }
      Iterator<JsonNode> now = after.elements();
      before.elements().forEachRemaining(node -> tree(node, now.next()));
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
