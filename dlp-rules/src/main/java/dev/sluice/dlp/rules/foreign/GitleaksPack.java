package dev.sluice.dlp.rules.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.sluice.dlp.rules.Boundary;
import dev.sluice.dlp.rules.ForeignTerms;
import dev.sluice.dlp.rules.ForeignTerms.Companion;
import dev.sluice.dlp.rules.ForeignTerms.Exemption;
import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.rules.RulePack;
import dev.sluice.model.InfoCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the rules of a Gitleaks configuration: regex, secretGroup, entropy, keywords, allowlists
 * (of rules and of the whole file) and required rules. What looks at files and commits says nothing
 * about traffic; it is left out with a note, as is what RE2 cannot express.
 */
public final class GitleaksPack {
  private static final double SCORE = 0.9;

  private final ForeignFile file;
  private final String pack;
  private final GitleaksAllowlists allowlists;

  private GitleaksPack(ForeignFile file, String pack) {
    this.file = file;
    this.pack = pack;
    this.allowlists = new GitleaksAllowlists(file);
  }

  /**
   * Reads one file.
   *
   * @throws dev.sluice.dlp.rules.RulePackException if it is not TOML or has no rules
   */
  public static RulePack read(String file, String name, String digest, byte[] toml) {
    ForeignFile source = new ForeignFile(file, toml, new TomlMapper(), "TOML");
    List<Rule> rules = new GitleaksPack(source, ForeignFile.kebab(name)).rules();
    return new RulePack(name, digest, rules, source.notes());
  }

  private List<Rule> rules() {
    JsonNode root = file.root();
    if (root.path("extend").path("useDefault").asBoolean() || root.at("/extend/path").isTextual()) {
      file.note("[extend]", "the extended configuration is not in this file; give it as its own");
    }
    List<Exemption> everywhere = allowlists.ofFile(root);
    List<Rule> rules = new ArrayList<>();
    for (JsonNode node : root.path("rules")) {
      rule(node, everywhere, rules);
    }
    if (rules.isEmpty()) {
      throw file.error("", "no rule can be used", "Give a file with [[rules]] that have a regex.");
    }
    return rules;
  }

  private void rule(JsonNode node, List<Exemption> everywhere, List<Rule> rules) {
    String id = node.path("id").asText("");
    if (id.isEmpty()) {
      throw file.error("[[rules]]", "a rule has no id", "Add id = \"…\".");
    }
    if (!node.path("regex").isTextual()) {
      file.note(id, "left out: it has no regex, only a path of files");
      return;
    }
    if (node.path("path").isTextual()) {
      file.note(id, "its path of files is ignored: traffic has none");
    }
    ForeignRegex.Outcome regex =
        ForeignRegex.group(node.get("regex").textValue(), node.path("secretGroup").asInt(0));
    if (regex.pattern().isEmpty()) {
      file.note(id, "left out: " + regex.reason());
      return;
    }
    List<Exemption> exemptions = new ArrayList<>(everywhere);
    exemptions.addAll(allowlists.ofRule(id, node));
    exemptions.addAll(allowlists.targeting(file.root(), id));
    rules.add(rule(id, node, regex.pattern().get(), exemptions));
  }

  private Rule rule(String id, JsonNode node, String pattern, List<Exemption> exemptions) {
    return new Rule(
        pack + "-" + ForeignFile.kebab(id),
        "SECRET",
        InfoCategory.SECRET,
        List.of(pattern),
        keywords(id, node),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        node.path("entropy").asDouble(0),
        List.of(),
        Set.of(),
        Boundary.NONE,
        SCORE,
        SCORE,
        "",
        List.of(),
        file.lineOf("\"" + id + "\""),
        new ForeignTerms(
            exemptions, companions(node), !node.path("skipReport").asBoolean(false), true));
  }

  /** Keywords of other scripts cannot be sought in one pass; without them the regex decides. */
  private List<String> keywords(String id, JsonNode node) {
    List<String> keywords = ForeignFile.texts(node.path("keywords"));
    if (keywords.stream().anyMatch(k -> k.isEmpty() || k.chars().anyMatch(c -> c >= 128))) {
      file.note(id, "its keywords are ignored: one is empty or not ASCII");
      return List.of();
    }
    return keywords.stream().map(k -> k.toLowerCase(Locale.ROOT)).toList();
  }

  private List<Companion> companions(JsonNode node) {
    List<Companion> companions = new ArrayList<>();
    for (JsonNode required : node.path("required")) {
      companions.add(
          new Companion(
              pack + "-" + ForeignFile.kebab(required.path("id").asText("")),
              required.path("withinLines").asInt(-1),
              required.path("withinColumns").asInt(-1)));
    }
    return companions;
  }
}
