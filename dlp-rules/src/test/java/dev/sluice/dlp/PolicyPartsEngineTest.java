package dev.sluice.dlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.model.Capture;
import dev.sluice.model.Finding;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One engine treats each exchange as the parts of its policy say that are about it. */
class PolicyPartsEngineTest {

  private static Engine engine(String yaml) {
    Policy policy = Policy.parse("policy.yaml", "fullRescanShare: 1\n" + yaml, name -> "");
    return Engine.create(new EngineConfig(policy, RulePacks.builtin(), Captures.key()));
  }

  private static Capture at(String path, String body) {
    return Captures.capture(Captures.get("https://s.example" + path), Captures.json(body));
  }

  @Test
  void anEndpointHasItsOwnTransformsProfileAndRules() {
    Engine engine =
        engine(
            """
            for:
              - {endpoints: "GET /a/*", transforms: {EMAIL_ADDRESS: redact}}
              - {endpoints: "GET /b", profile: strict}
              - {endpoints: "GET /c", disabledPacks: [generic], disabledRules: [email-field]}
            """);
    String body = "{\"note\":\"plain\",\"mail\":\"mara.lind@mail.example.org\"}";

    assertThat(transforms(engine, at("/a/1", body))).containsExactly("redact");
    assertThat(transforms(engine, at("/a/1/2", body))).containsExactly("tokenize");
    assertThat(transforms(engine, at("/b", body))).hasSize(2);
    assertThat(transforms(engine, at("/c", body))).isEmpty();
    assertThat(transforms(engine, at("/d", body))).containsExactly("tokenize");
  }

  @Test
  void anEndpointHasItsOwnLimitsAndDropRulesOfItsService() {
    Engine engine =
        engine(
            """
            for:
              - {endpoints: "GET /small", limits: {maxSteps: 100}}
              - {services: "no-*", drop: [{name: never, path: /**}]}
              - {environments: "*", drop: [{name: health, path: /health}]}
            """);
    String body = "[" + "1,".repeat(200) + "1]";

    assertThat(engine.sanitize(at("/small", body))).isInstanceOf(Verdict.Quarantine.class);
    assertThat(engine.sanitize(at("/large", body))).isInstanceOf(Verdict.Pass.class);
    assertThat(engine.sanitize(at("/health", body))).isEqualTo(new Verdict.Filtered("health"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "profile: strict",
        "threshold: 0.8",
        "threshold: 0.1",
        "disabledPacks: [field-names, generic]",
        "disabledRules: [email-address, iban]",
        "transforms: {EMAIL_ADDRESS: hash, PERSON: redact}",
        "linkScope: snapshot",
        "unreadableBodies: quarantine"
      })
  void aPartAboutAllIsAsIfThePolicySaidIt(String setting) {
    Engine whole = engine(setting + "\n");
    Engine part = engine("for:\n  - services: '*'\n    " + setting + "\n");
    Bodies bodies = new Bodies(7);
    for (int i = 0; i < 60; i++) {
      Capture capture =
          Captures.capture(
              Captures.get("https://s.example/x?contact=p" + i + "%40mail.example.org"),
              Captures.json(bodies.next()));
      // Compared as booleans, so that no value is printed.
      assertThat(same(whole.sanitize(capture), part.sanitize(capture))).as("body " + i).isTrue();
    }
  }

  private static boolean same(Verdict one, Verdict other) {
    if (one instanceof Verdict.Pass a && other instanceof Verdict.Pass b) {
      return a.exchange().exchange().equals(b.exchange().exchange())
          && a.exchange().findings().equals(b.exchange().findings());
    }
    return one.equals(other);
  }

  @Test
  void evidenceNamesTheProfileOfAServiceOrThatEndpointsDiffer() {
    Engine engine =
        engine(
            """
            for:
              - {environments: prod, profile: strict}
              - {services: cart, endpoints: "GET /b", profile: balanced}
            """);

    assertThat(engine.provenance("test", "shop").profile()).isEqualTo("balanced");
    assertThat(engine.provenance("prod", "shop").profile()).isEqualTo("strict");
    assertThat(engine.provenance("prod", "cart").profile()).isEqualTo("mixed");
    assertThat(engine.provenance().profile()).isEqualTo("mixed");
  }

  @Test
  void plainTextOfProductionIsReplacedWithoutASettingAndElsewhereOnlyFindings() {
    Engine engine = engine("");
    Capture test = at("/a", "{\"note\":\"plain\",\"mail\":\"mara.lind@mail.example.org\"}");

    assertThat(transforms(engine, test)).hasSize(1);
    assertThat(transforms(engine, Captures.of("prod", test))).hasSize(2);
  }

  private static List<String> transforms(Engine engine, Capture capture) {
    SanitizedExchange out = Captures.pass(engine, capture);
    return out.findings().stream()
        .filter(f -> f.location().startsWith("response.body"))
        .map(Finding::transform)
        .toList();
  }
}
