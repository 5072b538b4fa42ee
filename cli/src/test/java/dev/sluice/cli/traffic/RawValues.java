package dev.sluice.cli.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.Detector;
import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.model.Body;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import dev.sluice.model.InfoCategory;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds sensitive values in raw exchanges without the engine's walkers: plain loops over headers,
 * query and JSON fields. What only a field's name gives away (a cookie's value, a person's name)
 * counts as much as what is evident in itself (an e-mail address, a token).
 */
final class RawValues {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Shorter text stands everywhere by chance. */
  private static final int SHORTEST = 6;

  private static final double THRESHOLD = 0.5;

  private static final Pattern HOST = Pattern.compile("https?://([A-Za-z0-9.-]+)");

  private final Detector detector;
  private final Set<String> found = new TreeSet<>();
  private Set<String> labels = Set.of();

  RawValues(Detector detector) {
    this.detector = detector;
  }

  void collect(Exchange e) {
    labels = hostLabels(e);
    int query = e.request().url().indexOf('?');
    if (query >= 0) {
      pairs(e.request().url().substring(query + 1), Place.QUERY);
    }
    message(e.request().headers(), e.request().body());
    e.response().ifPresent(r -> message(r.headers(), r.body()));
  }

  /** All values found; each has at least six letters or digits. */
  Set<String> found() {
    return found;
  }

  /**
   * Words of the host names an exchange names in its URL and headers. Hosts are kept on purpose, so
   * a company that is called like its domain still stands in them.
   */
  private static Set<String> hostLabels(Exchange e) {
    Set<String> out = new TreeSet<>();
    host(e.request().url(), out);
    e.request().headers().forEach(h -> host(h.value(), out));
    return out;
  }

  private static void host(String url, Set<String> labels) {
    Matcher m = HOST.matcher(url);
    if (m.lookingAt()) {
      labels.addAll(List.of(m.group(1).toLowerCase(Locale.ROOT).split("\\.", -1)));
    }
  }

  private void message(List<Header> headers, Body body) {
    for (Header h : headers) {
      if (h.is("cookie")) {
        for (String cookie : h.value().split("; *", -1)) {
          pair(cookie, Place.COOKIE);
        }
      } else if (h.is("set-cookie")) {
        pair(h.value().split(";", 2)[0], Place.COOKIE);
      } else if (h.is("authorization")) {
        look(h.value(), ValueContext.of(Place.HEADER, h.name()));
      } else {
        look(h.value(), ValueContext.text());
      }
    }
    if (body.size() < 2_000_000) {
      document(Bodies.text(body));
    }
  }

  /** A JSON body, or a cookie that holds a document: judged field by field. */
  private void document(String text) {
    try {
      fields("", JSON.readTree(text));
    } catch (JsonProcessingException e) {
      // Not JSON: other bodies are judged by the values that also stand elsewhere.
      return;
    }
  }

  private void fields(String name, JsonNode node) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        fields(field.getKey(), field.getValue());
      }
    } else if (node.isArray()) {
      node.forEach(item -> fields(name, item));
    } else if (node.isTextual() && node.asText().length() < 100_000) {
      look(node.asText(), ValueContext.of(Place.BODY_FIELD, name));
    }
  }

  private void pairs(String text, Place place) {
    for (String part : text.split("&", -1)) {
      pair(part, place);
    }
  }

  private void pair(String text, Place place) {
    int eq = text.indexOf('=');
    if (eq > 0 && place == Place.COOKIE && text.startsWith("%7B", eq + 1)) {
      document(decoded(text.substring(eq + 1), Place.QUERY));
    } else if (eq > 0) {
      look(decoded(text.substring(eq + 1), place), ValueContext.of(place, text.substring(0, eq)));
    }
  }

  private static String decoded(String text, Place place) {
    try {
      return place == Place.QUERY ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text;
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private void look(String text, ValueContext context) {
    for (Candidate c : Detector.winners(detector.detect(text, context), THRESHOLD)) {
      String value = text.substring(c.start(), c.end());
      boolean kept =
          c.rule().category() == InfoCategory.TIME || c.rule().transform().equals("keep");
      if (!kept && value.chars().filter(Character::isLetterOrDigit).count() >= SHORTEST) {
        if (!labels.contains(value.toLowerCase(Locale.ROOT))) {
          found.add(value);
        }
      }
    }
  }
}
