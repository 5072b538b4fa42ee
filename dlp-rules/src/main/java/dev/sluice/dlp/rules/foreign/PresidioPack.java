package dev.sluice.dlp.rules.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.google.re2j.Pattern;
import dev.sluice.dlp.rules.Boundary;
import dev.sluice.dlp.rules.ForeignTerms;
import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.rules.RulePack;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads Presidio's no-code recognizers: patterns with scores, context words, deny lists. The whole
 * match is the value. Recognizers that only name a class of Presidio are left out with a note.
 */
public final class PresidioPack {
  /** What context adds to a score, and what it reaches at least: Presidio's defaults. */
  private static final double CONTEXT_GAIN = 0.35;

  private static final double LEAST_WITH_CONTEXT = 0.4;

  /** Python's IGNORECASE, MULTILINE and DOTALL: what Presidio compiles with unless told. */
  private static final int DEFAULT_FLAGS = 2 | 8 | 16;

  private final ForeignFile file;
  private final String pack;

  private PresidioPack(ForeignFile file, String pack) {
    this.file = file;
    this.pack = pack;
  }

  /** Whether YAML has recognizers at its top. */
  public static boolean isOne(byte[] yaml) {
    return new String(yaml, StandardCharsets.UTF_8)
        .lines()
        .anyMatch(l -> l.startsWith("recognizers:") || l.matches("-?\\s*supported_entity:.*"));
  }

  /**
   * Reads one file.
   *
   * @throws dev.sluice.dlp.rules.RulePackException if it is not YAML or has no recognizer of use
   */
  public static RulePack read(String file, String name, String digest, byte[] yaml) {
    ForeignFile source = new ForeignFile(file, yaml, new ObjectMapper(new YAMLFactory()), "YAML");
    List<Rule> rules = new PresidioPack(source, ForeignFile.kebab(name)).rules();
    return new RulePack(name, digest, rules, source.notes());
  }

  private List<Rule> rules() {
    JsonNode root = file.root();
    int flags = root.path("global_regex_flags").asInt(DEFAULT_FLAGS);
    List<Rule> rules = new ArrayList<>();
    for (JsonNode node : root.has("recognizers") ? root.get("recognizers") : List.of(root)) {
      recognizer(node, flags, rules);
    }
    if (rules.isEmpty()) {
      throw file.error("", "no recognizer can be used", "Give patterns or a deny_list.");
    }
    return rules;
  }

  private void recognizer(JsonNode node, int flags, List<Rule> rules) {
    String name = node.isTextual() ? node.textValue() : node.path("name").asText("");
    if (!node.path("enabled").asBoolean(true)) {
      file.note(name, "left out: it is not enabled");
      return;
    }
    String entity = node.path("supported_entity").asText("");
    if (entity.isEmpty() || !(node.has("patterns") || node.has("deny_list"))) {
      file.note(name, "left out: it is a class of Presidio, not data");
      return;
    }
    int before = rules.size();
    for (JsonNode pattern : node.path("patterns")) {
      pattern(name, entity, node, pattern, flags, rules);
    }
    denyList(name, entity, node, rules);
    if (rules.size() == before) {
      file.note(name, "left out: nothing of it can be expressed");
    }
  }

  private void pattern(
      String name, String entity, JsonNode node, JsonNode pattern, int flags, List<Rule> rules) {
    ForeignRegex.Outcome regex = ForeignRegex.whole(flags(flags), pattern.path("regex").asText(""));
    if (regex.pattern().isEmpty()) {
      file.note(
          name, "pattern " + pattern.path("name").asText("") + " is left out: " + regex.reason());
      return;
    }
    double score = pattern.path("score").asDouble(0.5);
    rules.add(rule(name, entity, node, regex.pattern().get(), Boundary.NONE, score, rules.size()));
  }

  private void denyList(String name, String entity, JsonNode node, List<Rule> rules) {
    List<String> words = ForeignFile.texts(node.path("deny_list"));
    if (!words.isEmpty()) {
      String any = String.join("|", words.stream().map(Pattern::quote).toList());
      double score = node.path("deny_list_score").asDouble(1.0);
      rules.add(
          rule(name, entity, node, "(?i)(?:" + any + ")", Boundary.WORD, score, rules.size()));
    }
  }

  private Rule rule(
      String name,
      String entity,
      JsonNode node,
      String pattern,
      Boundary boundary,
      double score,
      int number) {
    List<String> context = context(node);
    double lifted = Math.min(1, Math.max(score + CONTEXT_GAIN, LEAST_WITH_CONTEXT));
    String infoType = entity.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    return new Rule(
        pack + "-" + ForeignFile.kebab(name.isEmpty() ? entity : name) + "-" + (number + 1),
        infoType,
        InfoTypes.category(infoType),
        List.of(pattern),
        List.of(),
        context,
        List.of(),
        List.of(),
        List.of(),
        0,
        List.of(),
        Set.of(),
        boundary,
        score,
        context.isEmpty() ? score : lifted,
        "",
        List.of(),
        file.lineOf(name),
        ForeignTerms.NONE);
  }

  /** Words of the recognizer, and of each of its languages. */
  private static List<String> context(JsonNode node) {
    List<String> words = new ArrayList<>(ForeignFile.texts(node.path("context")));
    node.path("supported_languages")
        .forEach(language -> words.addAll(ForeignFile.texts(language.path("context"))));
    return words.stream().distinct().toList();
  }

  private static String flags(int python) {
    String flags =
        ((python & 2) != 0 ? "i" : "")
            + ((python & 8) != 0 ? "m" : "")
            + ((python & 16) != 0 ? "s" : "");
    return flags.isEmpty() ? "" : "(?" + flags + ")";
  }
}
