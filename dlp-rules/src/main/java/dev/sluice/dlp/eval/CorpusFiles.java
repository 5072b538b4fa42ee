package dev.sluice.dlp.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.sluice.model.InfoCategory;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the corpus from this package's resources. */
final class CorpusFiles {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final List<String> KINDS =
      List.of(
          "global",
          "financial",
          "america",
          "europe-west",
          "europe-south-north",
          "asia-pacific",
          "health",
          "time",
          "credentials");

  private CorpusFiles() {}

  /**
   * Texts that hold nothing.
   *
   * @param tolerate info types that may be found nevertheless
   */
  record Negative(String id, List<String> texts, Set<String> tolerate) {}

  static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (String file : KINDS) {
      read("kinds-" + file + ".yaml").forEach(node -> kinds.add(kind(node)));
    }
    return List.copyOf(kinds);
  }

  static List<Negative> negatives() {
    List<Negative> negatives = new ArrayList<>();
    for (JsonNode node : read("negatives.yaml")) {
      negatives.add(
          new Negative(
              node.path("id").asText(), texts(node, "texts"), Set.copyOf(texts(node, "tolerate"))));
    }
    return List.copyOf(negatives);
  }

  static List<String> handwritten() {
    List<String> texts = new ArrayList<>();
    read("handwritten.yaml").forEach(node -> texts.add(node.asText()));
    return List.copyOf(texts);
  }

  static JsonNode read(String name) {
    try (InputStream in = CorpusFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new SluiceException("the jar lacks the evaluation file " + name);
      }
      return YAML.readTree(in);
    } catch (IOException e) {
      throw new SluiceException("the evaluation file " + name + " is no YAML; restore it");
    }
  }

  private static Kind kind(JsonNode node) {
    Set<String> accept = new HashSet<>(texts(node, "accept"));
    accept.add(node.path("type").asText());
    String category = node.path("category").asText("pii").toUpperCase(Locale.ROOT);
    return new Kind(
        node.path("id").asText(),
        node.path("type").asText(),
        Set.copyOf(accept),
        InfoCategory.valueOf(category),
        node.path("evidence").asBoolean(),
        node.path("bare").asBoolean(true),
        texts(node, "values"),
        texts(node, "names"),
        texts(node, "texts"));
  }

  private static List<String> texts(JsonNode node, String key) {
    List<String> texts = new ArrayList<>();
    node.path(key).forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }
}
