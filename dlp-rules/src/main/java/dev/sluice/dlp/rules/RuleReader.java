package dev.sluice.dlp.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.validate.Validators;
import dev.sluice.model.InfoCategory;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads and checks one rule. */
final class RuleReader {

  private static final Set<String> KEYS =
      Set.of(
          "id",
          "infoType",
          "category",
          "about",
          "pattern",
          "patterns",
          "keywords",
          "within",
          "before",
          "notBefore",
          "context",
          "fields",
          "exceptFields",
          "validators",
          "entropy",
          "allow",
          "places",
          "boundary",
          "score",
          "contextScore",
          "transform",
          "examples");

  private final String file;
  private final RuleFields fields;

  RuleReader(String file, YamlNode node) {
    this.file = file;
    this.fields = new RuleFields(file, node, "a rule", KEYS);
  }

  Rule read() {
    String id = fields.text("id");
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw fields.error(fields.line(), "the id is not kebab case", "Write vendor-kind.");
    }
    List<String> fieldNames = fields.texts("fields");
    List<String> context = fields.texts("context");
    double score = fields.number("score", 0, 1, 0.9);
    boolean lifted = !fieldNames.isEmpty() || !context.isEmpty();
    double contextScore =
        fields.number("contextScore", score, 1, lifted ? Math.max(score, 0.9) : score);
    Rule rule =
        new Rule(
            id,
            infoType(),
            category(),
            patterns(),
            keywords(),
            context,
            fieldNames,
            fields.texts("exceptFields"),
            validators(),
            fields.number("entropy", 0, 8, 0),
            compiled("allow"),
            places(),
            boundary(),
            score,
            contextScore,
            fields.text("transform", ""),
            new ExampleReader(file, id).read(fields.node("examples")),
            fields.line(),
            ForeignTerms.NONE,
            lead());
    checkReachable(rule);
    return rule;
  }

  private void checkReachable(Rule rule) {
    if (rule.isFieldOnly() && rule.fieldNames().isEmpty() && rule.places().isEmpty()) {
      throw fields.error(
          fields.line(), "nothing says where it applies", "Give a pattern, fields or places.");
    }
    if (rule.score() == 0 && rule.fieldNames().isEmpty() && rule.contextWords().isEmpty()) {
      throw fields.error(
          fields.line(), "its score is 0 and nothing lifts it", "Give a score, fields or context.");
    }
  }

  private String infoType() {
    String infoType = fields.text("infoType");
    if (!infoType.matches("[A-Z][A-Z0-9_]*")) {
      throw fields.error(
          fields.node("infoType").line(), "`infoType` is not UPPER_CASE", "Rename it.");
    }
    return infoType;
  }

  private InfoCategory category() {
    String name = fields.text("category");
    return Arrays.stream(InfoCategory.values())
        .filter(c -> c.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                fields.error(
                    fields.node("category").line(),
                    "`category` is unknown",
                    "Known are "
                        + String.join(
                            ", ",
                            Arrays.stream(InfoCategory.values())
                                .map(InfoCategory::wireName)
                                .toList())
                        + "."));
  }

  private List<String> patterns() {
    if (fields.has("pattern") && fields.has("patterns")) {
      throw fields.error(fields.line(), "both `pattern` and `patterns` are given", "Keep one.");
    }
    return compiled(fields.has("pattern") ? "pattern" : "patterns");
  }

  private List<String> compiled(String key) {
    List<String> patterns = fields.texts(key);
    for (String pattern : patterns) {
      try {
        if (Pattern.compile(pattern).matcher("").find()) {
          throw fields.error(
              fields.node(key).line(), "a pattern matches the empty text", "Ask for a character.");
        }
      } catch (PatternSyntaxException e) {
        throw fields.error(
            fields.node(key).line(),
            "a pattern does not compile: " + e.getDescription(),
            "RE2 has no lookaround and no backreferences; use boundary and validators instead.");
      }
    }
    return patterns;
  }

  private List<String> keywords() {
    List<String> keywords = fields.texts("keywords");
    for (String keyword : keywords) {
      if (keyword.chars().anyMatch(c -> c >= 128)) {
        throw fields.error(
            fields.node("keywords").line(), "a keyword is not ASCII", "Use another, or none.");
      }
    }
    return keywords.stream().map(k -> k.toLowerCase(Locale.ROOT)).toList();
  }

  private Lead lead() {
    int within = (int) fields.number("within", 1, Lead.LONGEST, 0);
    boolean more = fields.has("before") || fields.has("notBefore");
    if (within == 0 && more || within > 0 && !more && !fields.has("keywords")) {
      throw fields.error(
          fields.line(),
          "`within` says how far `keywords`, `before` and `notBefore` look",
          "Give it together with one of them.");
    }
    List<String> before = compiled("before");
    return new Lead(
        within, before.isEmpty() ? "" : before.get(0), lowerCase(fields.texts("notBefore")));
  }

  private static List<String> lowerCase(List<String> texts) {
    return texts.stream().map(t -> t.toLowerCase(Locale.ROOT)).toList();
  }

  private List<String> validators() {
    List<String> names = fields.texts("validators");
    for (String name : names) {
      if (!Validators.names().contains(name)) {
        throw fields.error(
            fields.node("validators").line(),
            "no validator is called " + name,
            "Known are " + String.join(", ", Validators.names()) + ".");
      }
    }
    return names;
  }

  private Set<Place> places() {
    EnumSet<Place> places = EnumSet.noneOf(Place.class);
    for (String name : fields.texts("places")) {
      places.add(
          Place.ofWireName(name)
              .orElseThrow(
                  () ->
                      fields.error(
                          fields.node("places").line(),
                          "no place is called " + name,
                          "Known are "
                              + String.join(
                                  ", ", Arrays.stream(Place.values()).map(Place::wireName).toList())
                              + ".")));
    }
    return places;
  }

  private Boundary boundary() {
    return Boundary.ofWireName(fields.text("boundary", "word"))
        .orElseThrow(
            () ->
                fields.error(
                    fields.node("boundary").line(),
                    "`boundary` is unknown",
                    "Known are none, word, number, token."));
  }
}
