package dev.sluice.dlp.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BuiltinPacksTest {

  private static final List<String> FILES =
      List.of(
          "generic",
          "financial",
          "banking",
          "securities",
          "ids-north-america",
          "ids-latin-america",
          "ids-british-isles",
          "ids-germany",
          "ids-europe-west",
          "ids-europe-north",
          "ids-europe-south",
          "ids-europe-east",
          "ids-india",
          "ids-east-asia",
          "ids-south-east-asia",
          "ids-pacific",
          "ids-africa-middle-east",
          "ids-general",
          "health",
          "network",
          "web",
          "credentials-generic",
          "credentials-assigned",
          "credentials-fields",
          "credentials-clouds",
          "credentials-hosting",
          "credentials-infrastructure",
          "credentials-monitoring",
          "credentials-code",
          "credentials-registries",
          "credentials-messaging",
          "credentials-saas",
          "credentials-tools",
          "credentials-business",
          "credentials-prefixed",
          "credentials-payments",
          "credentials-ai",
          "credentials-named",
          "sessions",
          "tracking",
          "time",
          "time-ids",
          "dates",
          "field-names");

  @TestFactory
  Stream<DynamicContainer> every_rule_keeps_its_examples() {
    return FILES.stream()
        .map(
            file ->
                DynamicContainer.dynamicContainer(
                    file,
                    unproven(file).stream()
                        .map(
                            rule ->
                                DynamicTest.dynamicTest(
                                    rule.id(), () -> RuleProver.prove(file + ".yaml", rule)))));
  }

  private static List<Rule> unproven(String file) {
    RuleFields fields =
        new RuleFields(
            file,
            YamlReader.read(file, bytes(file)),
            "a pack",
            java.util.Set.of("pack", "about", "rules"));
    return fields.items("rules").stream().map(node -> new RuleReader(file, node).read()).toList();
  }

  private static byte[] bytes(String file) {
    try (InputStream in =
        BuiltinPacksTest.class.getResourceAsStream("/dev/sluice/dlp/packs/" + file + ".yaml")) {
      return java.util.Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void the_packs_load_and_hold_well_over_sixty_rules() {
    List<RulePack> packs = RulePacks.builtin();

    assertThat(packs).extracting(RulePack::name).containsExactlyElementsOf(FILES);
    assertThat(packs.stream().mapToInt(p -> p.rules().size()).sum()).isGreaterThan(150);
    assertThat(packs).allSatisfy(p -> assertThat(p.digest()).matches("sha256:[0-9a-f]{64}"));
  }
}
