package dev.sluice.dlp.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadPackTest {

  private static final String GOOD =
      """
      rules:
        - id: shop-badge
          infoType: BADGE
          category: pii
          pattern: 'BDG-\\d{4}'
          score: 0.9
          examples:
            match:
              - 'badge «BDG-1234» scanned'
            noMatch:
              - 'BDG-12345'
      """;

  @Test
  void a_good_pack_loads() {
    RulePack pack = read(GOOD);

    assertThat(pack.rules()).extracting(Rule::id).containsExactly("shop-badge");
    assertThat(pack.rules().get(0).line()).isEqualTo(2);
  }

  @Test
  void a_failing_example_names_file_line_and_rule_but_no_text() {
    assertRefused(
        GOOD.replace("«BDG-1234»", "«XDG-1234»"), "my.yaml:9: rule shop-badge:", "must match");
    assertRefused(GOOD.replace("BDG-12345", "BDG-1234"), "my.yaml:11: rule shop-badge:", "noMatch");
  }

  @Test
  void a_rule_without_examples_is_refused() {
    String without = GOOD.substring(0, GOOD.indexOf("    examples:"));

    assertRefused(without, "my.yaml:2: rule shop-badge: `examples` is missing");
    assertRefused(GOOD.substring(0, GOOD.indexOf("      noMatch:")), "no example must not match");
    assertRefused(GOOD.replace("«", "").replace("»", ""), "my.yaml:9", "marks no span");
  }

  @Test
  void a_pattern_that_re2_cannot_express_is_refused_with_advice() {
    assertRefused(
        GOOD.replace("BDG-\\d{4}", "(?<!x)BDG"),
        "my.yaml:5: rule shop-badge:",
        "RE2 has no lookaround");
    assertRefused(GOOD.replace("BDG-\\d{4}", "x*"), "my.yaml:5", "matches the empty text");
  }

  @Test
  void a_slip_of_the_pen_is_named_with_what_is_known() {
    assertRefused(GOOD.replace("score:", "scroe:"), "my.yaml:6", "`scroe` is not known", "score");
    assertRefused(GOOD.replace("pii", "pie"), "my.yaml:4", "`category` is unknown", "financial");
    assertRefused(GOOD.replace("0.9", "9"), "my.yaml:6", "`score` is not a number from 0.0 to 1.0");
    assertRefused(
        GOOD.replace("score: 0.9", "validators: [lun]"),
        "my.yaml:6",
        "no validator is called lun",
        "luhn");
    assertRefused(
        GOOD.replace("score: 0.9", "places: [boddy]"), "my.yaml:6", "boddy", "body-field");
    assertRefused(GOOD.replace("score: 0.9", "boundary: words"), "my.yaml:6", "none, word, number");
    assertRefused(GOOD.replace("shop-badge", "Shop Badge"), "my.yaml:2", "kebab case");
    assertRefused(GOOD.replace("score: 0.9", "score: 0"), "my.yaml:2", "nothing lifts it");
  }

  @Test
  void what_is_not_a_pack_is_refused() {
    assertRefused("", "my.yaml:1", "empty");
    assertRefused("rules: [", "my.yaml", "not YAML");
    assertRefused("pack: x", "no rules");
    assertRefused("- a", "not a mapping");
    assertRefused(GOOD.replace("    score: 0.9", "    score: 0.9\n    score: 0.8"), "my.yaml", "");
  }

  @Test
  void an_id_that_a_built_in_rule_has_is_refused(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, GOOD.replace("shop-badge", "email-address"));

    assertThatThrownBy(() -> RulePacks.load(List.of(file)))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining("mine:2: rule email-address")
        .hasMessageContaining("pack generic has a rule of that id too");
  }

  @Test
  void a_file_that_is_not_there_is_named(@TempDir Path folder) {
    assertThatThrownBy(() -> RulePacks.load(List.of(folder.resolve("none.yaml"))))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining("none.yaml:1: the file cannot be read");
  }

  private static void assertRefused(String yaml, String... parts) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(RulePackException.class)
        .hasMessageContainingAll(parts)
        .hasMessageNotContainingAny("scanned", "BDG-1");
  }

  private static RulePack read(String yaml) {
    return RulePacks.read("my.yaml", "my", yaml.getBytes(StandardCharsets.UTF_8));
  }
}
