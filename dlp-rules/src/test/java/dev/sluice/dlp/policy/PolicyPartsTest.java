package dev.sluice.dlp.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyPartsTest {
  private static final String YAML =
      """
      threshold: 0.5
      allow: [a]
      transforms: {PHONE_NUMBER: redact}
      for:
        - environments: prod
          profile: strict
        - services: [checkout, "pay*"]
          window: 1m
          allow: [b]
          transforms: {EMAIL_ADDRESS: hash}
        - endpoints: ["POST /orders/**"]
          profile: balanced
          threshold: 0.9
          limits: {maxDepth: 7}
      """;

  private static Policy parse(String yaml) {
    return Policy.parse("policy.yaml", yaml, name -> "");
  }

  private static Policy of(String env, String service, String method, String path) {
    return new PolicyChoice<>(parse(YAML), p -> p).of(env, service, method, path);
  }

  @Test
  void partsAreLaidOverThePolicyInTheirOrder() {
    Policy both = of("prod", "payments", "POST", "/orders/7/items");

    assertThat(both.profile()).as("the last part wins").isEqualTo(Profile.BALANCED);
    assertThat(both.threshold()).isEqualTo(0.9);
    assertThat(both.limits().maxDepth()).isEqualTo(7);
    assertThat(both.limits().maxSteps()).isEqualTo(Limits.DEFAULTS.maxSteps());
    assertThat(both.allow()).containsExactly("a", "b");
    assertThat(both.transforms()).containsOnlyKeys("PHONE_NUMBER", "EMAIL_ADDRESS");
    assertThat(both.windows().of("payments")).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void whatAPartIsNotAboutStaysAsItWas() {
    assertThat(of("test", "cart", "GET", "/orders/7")).isEqualTo(parse(YAML));
    assertThat(of("prod", "cart", "GET", "/orders/7").profile()).isEqualTo(Profile.STRICT);
    assertThat(of("test", "repay", "GET", "/").windows()).isEqualTo(Windows.DEFAULTS);
  }

  @Test
  void aWholeServiceHasOnlyWhatHoldsForAllItsEndpoints() {
    Policy service = new PolicyChoice<>(parse(YAML), p -> p).of("prod", "checkout");

    assertThat(service.profile()).isEqualTo(Profile.STRICT);
    assertThat(service.windows().of("checkout")).isEqualTo(Duration.ofMinutes(1));
    assertThat(service.profiles("prod", "checkout"))
        .containsExactlyInAnyOrder(Profile.STRICT, Profile.BALANCED);
    assertThat(parse(YAML).leastThreshold()).isEqualTo(0.5);
  }

  @Test
  void productionIsStrictUnlessThePolicySaysOtherwise() {
    assertThat(profile("", "prod")).isEqualTo(Profile.STRICT);
    assertThat(profile("", "prod-eu")).isEqualTo(Profile.BALANCED);
    assertThat(profile("threshold: 0.6", "prod")).isEqualTo(Profile.STRICT);
    assertThat(profile("profile: balanced", "prod")).isEqualTo(Profile.BALANCED);
    assertThat(profile("for: [{services: cart, profile: balanced}]", "prod"))
        .isEqualTo(Profile.BALANCED);
    assertThat(profile("for: [{services: cart, threshold: 0.6}]", "prod"))
        .isEqualTo(Profile.STRICT);
  }

  private static Profile profile(String yaml, String env) {
    return new PolicyChoice<>(parse(yaml), p -> p).of(env, "cart", "GET", "/").profile();
  }

  @Test
  void anExplanationNamesTheProfileThatNobodyWrote() {
    PolicyExplanation prod = explain("threshold: 0.6", "prod");
    PolicyExplanation test = explain("threshold: 0.6", "test");
    PolicyExplanation said = explain("profile: balanced", "prod");

    assertThat(prod.settings()).contains(setting("profile", "strict", "built in"));
    assertThat(prod.parts())
        .containsExactly(
            new PolicyExplanation.Part(
                "built in", true, "strict in prod, as the policy names no profile for all"));
    assertThat(test.settings()).contains(setting("profile", "balanced", "built in"));
    assertThat(test.parts())
        .containsExactly(new PolicyExplanation.Part("built in", false, "environments is prod"));
    assertThat(said.settings()).contains(setting("profile", "balanced", "p.yaml"));
    assertThat(said.parts()).isEmpty();
  }

  private static PolicyExplanation explain(String yaml, String env) {
    return PolicyExplanation.of(
        "p.yaml", parse(yaml), new PolicyExplanation.Asked(env, "cart", Optional.empty()));
  }

  @Test
  void anotherProfileIsThatOfAllParts() {
    Policy balanced = parse(YAML).withProfile(Profile.BALANCED);

    assertThat(balanced.profiles()).containsExactly(Profile.BALANCED);
    assertThat(balanced.parts()).hasSize(3);
  }

  @Test
  void aShareOfOneLeavesTheDigestAsItWas() {
    assertThat(PolicyText.canonical(Policy.defaults()))
        .doesNotContain("sample", "rarity", "timestamps");
    assertThat(parse("sample: 0.5").digest()).isNotEqualTo(Policy.defaults().digest());
    assertThat(parse("sample: 1").digest()).isEqualTo(Policy.defaults().digest());
  }

  @Test
  void aPartHasItsOwnDelaysAndALaterOneWins() {
    Policy policy =
        parse(
            """
            windows: {sealDelay: 10s}
            for:
              - {services: "batch*", sealDelay: 5m, closeAfter: 6h}
              - {environments: stage, closeAfter: 5m}
            """);
    WindowDelays delays = WindowDelays.of(policy);

    assertThat(delays.sealDelay("prod", "cart")).isEqualTo(Duration.ofSeconds(10));
    assertThat(delays.closeAfter("prod", "cart")).isEqualTo(Duration.ofHours(1));
    assertThat(delays.sealDelay("prod", "batch-7")).isEqualTo(Duration.ofMinutes(5));
    assertThat(delays.closeAfter("prod", "batch-7")).isEqualTo(Duration.ofHours(6));
    assertThat(delays.closeAfter("stage", "batch-7")).isEqualTo(Duration.ofMinutes(5));
    Policy batch = new PolicyChoice<>(policy, p -> p).of("prod", "batch-7");
    assertThat(batch.windows().closeAfter()).isEqualTo(Duration.ofHours(6));
    assertThat(batch.windows().of("batch-7")).isEqualTo(Duration.ofMinutes(5));
    assertThat(explain("for: [{services: cart, closeAfter: 6h}]", "test").settings())
        .contains(setting("windows.closeAfter", "6h", "p.yaml:1"));
  }

  @Test
  void theDigestTellsPartsAndTheirOrderApart() {
    String one = "for:\n- {services: a, threshold: 0.6}\n- {threshold: 0.7, services: b}\n";
    String turned = "for:\n- {threshold: 0.7, services: b}\n- {services: a, threshold: 0.6}\n";
    String rewritten = "for: [{threshold: 0.6, services: a}, {services: b, threshold: 0.7}]";

    assertThat(parse(one).digest()).isNotEqualTo(parse(turned).digest());
    assertThat(parse(rewritten)).isEqualTo(parse(one));
    assertThat(parse(rewritten).digest()).isEqualTo(parse(one).digest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{services: Big}|for.services holds a name that does not match",
        "{services: 'a*b*'}|for.services holds a name that does not match",
        "{endpoints: /orders}|for.endpoints holds no method and path such as GET /orders/*",
        "{endpoints: GET /a, window: 1m}|for.window holds for whole services",
        "{endpoints: GET /a, linkScope: tenant}|for.linkScope holds for whole services",
        "{services: a, sealDelay: 2h}|for.sealDelay lets windows close before they seal",
        "{endpoints: GET /a, closeAfter: 2h}|for.closeAfter holds for whole services",
        "{endpoints: GET /a, timestamps: shifted}|for.timestamps holds for whole services",
        "{services: a, block: {uniqueness: 0.1}}|for.block limits uniqueness, but",
        "{services: a, profile: lax}|for.profile is neither balanced nor strict",
        "{services: a, tenant: t}|for.tenant is not a key here",
        "{services: a, transforms: {CVV: hash}}|for.transforms.CVV cannot be hash",
      })
  void aWrongPartIsRefusedWithItsLine(String part, String message) {
    assertThatThrownBy(() -> parse("threshold: 0.5\nfor:\n  - " + part + "\n"))
        .isInstanceOf(PolicyException.class)
        .hasMessageStartingWith("policy.yaml:3: " + message);
  }

  @Test
  void anExplanationNamesWhoSaysSo() {
    PolicyExplanation explained =
        PolicyExplanation.of(
            "p.yaml",
            parse(YAML),
            new PolicyExplanation.Asked(
                "prod", "cart", PolicyExplanation.Endpoint.parse("POST /orders/7")));

    assertThat(explained.parts())
        .extracting("from", "applies")
        .containsExactly(
            tuple("built in", true),
            tuple("p.yaml:5", true),
            tuple("p.yaml:7", false),
            tuple("p.yaml:11", true));
    assertThat(explained.parts().get(2).why()).isEqualTo("services is checkout, pay*");
    assertThat(explained.settings())
        .contains(
            setting("profile", "balanced", "p.yaml:11"),
            setting("limits.maxDepth", "7", "p.yaml:11"),
            setting("limits.maxSteps", "4000000", "built in"),
            setting("windows.standard", "5m", "built in"),
            setting("transforms.PHONE_NUMBER", "redact", "p.yaml"));
  }

  @Test
  void withoutAnEndpointPartsAboutEndpointsDoNotApply() {
    PolicyExplanation explained =
        PolicyExplanation.of(
            "p.yaml", parse(YAML), new PolicyExplanation.Asked("prod", "cart", Optional.empty()));

    assertThat(explained.settings()).contains(setting("profile", "strict", "p.yaml:5"));
    assertThat(explained.parts().get(3).why()).isEqualTo("endpoints is POST /orders/**");
  }

  private static PolicyExplanation.Setting setting(String name, String value, String from) {
    return new PolicyExplanation.Setting(name, value, from);
  }
}
