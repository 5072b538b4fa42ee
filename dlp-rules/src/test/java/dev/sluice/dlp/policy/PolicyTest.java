package dev.sluice.dlp.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.dlp.transform.TransformSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
  @TempDir Path folder;

  @Test
  void anEmptyFileIsTheDefaultPolicy() throws IOException {
    assertThat(load("# nothing\n")).isEqualTo(Policy.defaults());
  }

  @Test
  void everyKeyIsRead() throws IOException {
    Policy policy =
        load(
            """
            profile: strict
            threshold: 0.7
            services: [checkout, payment]
            windows:
              default: 1m
              perService: {checkout: 10s}
              sealDelay: 5s
            limits: {maxDepth: 50}
            unreadableBodies: quarantine
            transforms: {PHONE_NUMBER: redact}
            disabledRules: [etag]
            allow: ["support@shop.example"]
            drop:
              - {name: health, method: GET, path: /health/**}
            keepFields:
              - {endpoint: "GET /orders/*", status: 2xx, paths: ["response.body:$.state"]}
            fullRescanShare: 1
            """);

    assertThat(policy.profile()).isEqualTo(Profile.STRICT);
    assertThat(policy.windows().of("checkout")).isEqualTo(Duration.ofSeconds(10));
    assertThat(policy.windows().of("payment")).isEqualTo(Duration.ofMinutes(1));
    assertThat(policy.declares("prod", "checkout")).isTrue();
    assertThat(policy.declares("prod", "other")).isFalse();
    assertThat(policy.dropFor("GET", "/health/live/now")).isPresent();
    assertThat(policy.dropFor("POST", "/health/live")).isEmpty();
    assertThat(policy.limits().maxDepth()).isEqualTo(50);
    assertThat(policy.digest()).isNotEqualTo(Policy.defaults().digest());
  }

  @Test
  void transformsTakeParameters() throws IOException {
    Policy policy =
        load(
            """
            transforms:
              CUSTOMER_ID: {transform: fpe, tweak: customers}
              INCOME: {transform: bucket, bounds: [0, 20000, 50000]}
              AGE: generalize
            """);

    assertThat(policy.transformFor("CUSTOMER_ID"))
        .contains(TransformSpec.of("fpe").with("tweak", "customers"));
    assertThat(policy.transformFor("INCOME"))
        .contains(TransformSpec.of("bucket").with("bounds", "0", "20000", "50000"));
    assertThat(policy.transformFor("AGE"))
        .contains(TransformSpec.of("generalize").with("to", "auto"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PERSON: scramble|policy.yaml:2: transforms.PERSON is no transform; known are bucket, date",
        "PERSON: {transform: fpee}|policy.yaml:2: transforms.PERSON.transform is no transform",
        "PERSON: {days: 3}|policy.yaml:2: transforms.PERSON names no transform; add",
        "PERSON: {transform: mask, keep: 3}|policy.yaml:2: transforms.PERSON.keep is no parameter"
            + " of mask; known are keepLast, with.",
        "PERSON: {transform: drop, keep: 3}|policy.yaml:2: transforms.PERSON.keep is no parameter"
            + " of drop, which has none.",
        "DATE: {transform: date-shift, days: 9999}|policy.yaml:2: transforms.DATE.days is not a"
            + " whole number from 1 to 3650.",
        "INCOME: {transform: bucket, bounds: [5, 5]}|policy.yaml:2: transforms.INCOME.bounds is not"
            + " a list of two or more rising numbers.",
        "INCOME: {transform: bucket, width: 0}|policy.yaml:2: transforms.INCOME.width is not a"
            + " number above 0.",
        "AGE: {transform: generalize, to: decade}|policy.yaml:2: transforms.AGE.to is not one of"
            + " auto, zip3",
        "CVV: hash|policy.yaml:2: transforms.CVV cannot be hash: it has fewer than 10^6 values",
        "PIN: {transform: fpe}|policy.yaml:2: transforms.PIN cannot be fpe: it has fewer",
        "EMAIL_ADDRESS: fpe|policy.yaml:2: transforms.EMAIL_ADDRESS cannot be fpe: it is no"
      })
  void aWrongTransformIsNamedWithFileLineAndWhatToDo(String yaml, String message) {
    assertThatThrownBy(() -> load("transforms:\n  " + yaml + "\n"))
        .isInstanceOf(PolicyException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "linkScope: forever|policy.yaml:1: linkScope is none of snapshot, epoch, tenant.",
        "epochDays: 31|policy.yaml:1: epochDays is more than 30.",
        "epochDays: 0|policy.yaml:1: epochDays is not a whole number of at least 1.",
        "tenant: Big Corp|policy.yaml:1: tenant does not match [a-z0-9-]{1,63}."
      })
  void aWrongLinkScopeIsNamedWithFileAndLine(String yaml, String message) {
    assertThatThrownBy(() -> load(yaml + "\n")).hasMessage(message);
  }

  @Test
  void theLinkScopeIsRead() throws IOException {
    Linking linking =
        load("linkScope: snapshot\nepochDays: 7\ntenant: acme\nsubject: [userId, session]\n")
            .linking();

    assertThat(linking)
        .isEqualTo(new Linking(LinkScope.SNAPSHOT, 7, "acme", List.of("userId", "session")));
  }

  @Test
  void anUnknownKeyIsNamedWithFileAndLine() {
    assertThatThrownBy(() -> load("threshold: 0.5\nthreshhold: 0.6\n"))
        .isInstanceOf(PolicyException.class)
        .hasMessageStartingWith("policy.yaml:2: threshhold is not a key here");
  }

  @Test
  void aWrongValueIsNamedWithItsKeyAndNotRepeated() {
    assertThatThrownBy(() -> load("windows:\n  default: someday\n"))
        .hasMessage("policy.yaml:2: windows.default is not a duration such as 30s, 5m, 1h or 1d.");
  }

  @Test
  void brokenYamlIsOneLine() {
    assertThatThrownBy(() -> load("windows: {default: 1m\nprofile: [\n"))
        .isInstanceOf(PolicyException.class)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n").contains("policy.yaml:"));
  }

  @Test
  void theDigestDoesNotDependOnOrder() throws IOException {
    assertThat(load("services: [a, b]\nthreshold: 0.6\n").digest())
        .isEqualTo(load("threshold: 0.60\nservices: [b, a]\n").digest());
  }

  private Policy load(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("policy.yaml"), yaml);
    return Policy.load(file);
  }
}
