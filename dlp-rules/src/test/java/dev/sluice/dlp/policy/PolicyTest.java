package dev.sluice.dlp.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
