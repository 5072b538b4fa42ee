package dev.sluice.dlp.rules.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.sluice.dlp.rules.ForeignTerms.Exemption;
import dev.sluice.dlp.rules.ForeignTerms.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what a Gitleaks configuration allows: of one rule, of the file, of named rules. */
final class GitleaksAllowlists {
  private final ForeignFile file;

  GitleaksAllowlists(ForeignFile file) {
    this.file = file;
  }

  List<Exemption> ofRule(String id, JsonNode rule) {
    return read(id, lists(rule));
  }

  /** Those of the whole file that name no rules. */
  List<Exemption> ofFile(JsonNode root) {
    return read("[allowlist]", lists(root).stream().filter(l -> !l.has("targetRules")).toList());
  }

  /** Those of the whole file that name this rule. */
  List<Exemption> targeting(JsonNode root, String id) {
    return read(
        id,
        lists(root).stream()
            .filter(l -> ForeignFile.texts(l.path("targetRules")).contains(id))
            .toList());
  }

  /** Old files have one {@code [allowlist]}, newer ones several {@code [[allowlists]]}. */
  private static List<JsonNode> lists(JsonNode owner) {
    List<JsonNode> lists = new ArrayList<>();
    if (owner.path("allowlist").isObject()) {
      lists.add(owner.get("allowlist"));
    }
    owner.path("allowlists").forEach(lists::add);
    return lists;
  }

  private List<Exemption> read(String rule, List<JsonNode> lists) {
    List<Exemption> exemptions = new ArrayList<>();
    for (JsonNode list : lists) {
      boolean all = list.path("condition").asText("OR").equalsIgnoreCase("AND");
      boolean files = list.has("paths") || list.has("commits");
      if (files) {
        file.note(
            rule,
            all
                ? "an allowlist that needs paths or commits is left out"
                : "paths and commits of an allowlist are ignored: traffic has none");
      }
      if (!files || !all) {
        exemption(rule, list, all, exemptions);
      }
    }
    return exemptions;
  }

  private void exemption(String rule, JsonNode list, boolean all, List<Exemption> exemptions) {
    List<String> patterns = new ArrayList<>();
    for (String regex : ForeignFile.texts(list.path("regexes"))) {
      if (compiles(regex)) {
        patterns.add(regex);
      } else {
        file.note(rule, "a regex of an allowlist is left out: RE2 cannot express it");
      }
    }
    List<String> stopWords =
        ForeignFile.texts(list.path("stopwords")).stream()
            .map(w -> w.toLowerCase(Locale.ROOT))
            .filter(w -> !w.isEmpty() && w.chars().allMatch(c -> c < 128))
            .toList();
    if (!patterns.isEmpty() || !stopWords.isEmpty()) {
      exemptions.add(new Exemption(target(list), patterns, stopWords, all));
    }
  }

  private static Target target(JsonNode list) {
    return switch (list.path("regexTarget").asText("").toLowerCase(Locale.ROOT)) {
      case "match" -> Target.MATCH;
      case "line" -> Target.LINE;
      default -> Target.VALUE;
    };
  }

  private static boolean compiles(String regex) {
    try {
      Pattern.compile(regex);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
