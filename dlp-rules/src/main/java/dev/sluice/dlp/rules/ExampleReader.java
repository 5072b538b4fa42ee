package dev.sluice.dlp.rules;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a rule's {@code examples}. */
final class ExampleReader {

  private static final Set<String> KEYS =
      Set.of("text", "field", "place", "parents", "score", "value");

  private final String file;
  private final String ruleId;

  ExampleReader(String file, String ruleId) {
    this.file = file;
    this.ruleId = ruleId;
  }

  List<Example> read(YamlNode node) {
    RuleFields fields = new RuleFields(file, node, "`examples`", Set.of("match", "noMatch"));
    fields.inRule(ruleId);
    List<Example> examples = new ArrayList<>();
    fields.items("match").forEach(item -> examples.add(one(item, true)));
    fields.items("noMatch").forEach(item -> examples.add(one(item, false)));
    if (examples.stream().noneMatch(Example::mustMatch)) {
      throw fields.error(
          node.line(), "no example must match", "Add one under `match`, marked «like this».");
    }
    if (examples.stream().allMatch(Example::mustMatch)) {
      throw fields.error(
          node.line(), "no example must not match", "Add one under `noMatch`: what comes close?");
    }
    return examples;
  }

  private Example one(YamlNode item, boolean mustMatch) {
    if (item instanceof YamlNode.Scalar scalar) {
      return example(scalar.text(), ValueContext.text(), 0, mustMatch, scalar.line());
    }
    RuleFields fields = new RuleFields(file, item, "an example", KEYS);
    fields.inRule(ruleId);
    String field = fields.text("field", "");
    String placeName = fields.text("place", field.isEmpty() ? "body-text" : "body-field");
    Place place =
        Place.ofWireName(placeName)
            .orElseThrow(() -> fields.error(fields.line(), "`place` is unknown", places()));
    ValueContext context = new ValueContext(place, field, fields.texts("parents"));
    double score = fields.number("score", 0, 1, 0);
    return example(fields.text("text"), context, score, mustMatch, fields.line());
  }

  private Example example(
      String written, ValueContext context, double score, boolean mustMatch, int line) {
    ExampleText text;
    try {
      text = ExampleText.parse(written);
    } catch (IllegalArgumentException e) {
      throw RulePackException.at(
          file, line, ruleId, String.valueOf(e.getMessage()), "See docs/rules-howto.md, examples.");
    }
    if (mustMatch == text.spans().isEmpty()) {
      throw RulePackException.at(
          file,
          line,
          ruleId,
          mustMatch ? "the example marks no span" : "a noMatch example marks a span",
          mustMatch ? "Put « and » around what must be found." : "Take « and » out.");
    }
    return new Example(text.text(), context, text.spans(), score, line);
  }

  private static String places() {
    List<String> names = new ArrayList<>();
    for (Place place : Place.values()) {
      names.add(place.wireName());
    }
    return "Known are " + String.join(", ", names) + ".";
  }
}
