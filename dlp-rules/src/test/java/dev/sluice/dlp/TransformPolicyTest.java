package dev.sluice.dlp;

import static dev.sluice.dlp.Captures.POLICY;
import static dev.sluice.dlp.Captures.capture;
import static dev.sluice.dlp.Captures.engine;
import static dev.sluice.dlp.Captures.get;
import static dev.sluice.dlp.Captures.json;
import static dev.sluice.dlp.Captures.pass;
import static dev.sluice.dlp.Captures.responseText;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.policy.LinkScope;
import dev.sluice.dlp.policy.Linking;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.transform.TransformSpec;
import dev.sluice.model.SanitizedExchange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Transforms a policy names, through the whole engine and its gate. */
class TransformPolicyTest {

  @Test
  void aDateShiftFollowsTheDeclaredSubjectInEveryExchange() {
    Engine engine =
        engine(
            with("DATE_OF_BIRTH", TransformSpec.of("date-shift"))
                .withLinking(
                    new Linking(LinkScope.EPOCH, 30, "default", List.of("customerId", "session"))));
    String one = birthDay(engine, "ex-1", "70044");
    assertThat(birthDay(engine, "ex-2", "70044")).isEqualTo(one).isNotEqualTo("1984-07-23");
    long others =
        List.of("70045", "70046", "70047", "70048").stream()
            .filter(id -> !birthDay(engine, "ex-1", id).equals(one))
            .count();
    assertThat(others).isGreaterThan(2);
  }

  @Test
  void anEncryptedAddressPassesTheGateAndASecondRunLeavesItAlone() {
    Engine engine = engine(with("EMAIL_ADDRESS", TransformSpec.of("encrypt")));
    SanitizedExchange once =
        pass(
            engine,
            capture(get("https://s.example/x"), json("{\"email\":\"ana.lima@mail-host.net\"}")));
    assertThat(responseText(once)).contains("siv1.");
    assertThat(pass(engine, new dev.sluice.model.Capture(once.exchange())).exchange())
        .isEqualTo(once.exchange());
  }

  @Test
  void generalizedBucketedAndPreservedValuesPassTheGate() {
    Engine engine =
        engine(
            with("IP_ADDRESS", TransformSpec.of("generalize").with("to", "ip-prefix"))
                .withTransform("CREDIT_CARD", TransformSpec.of("fpe"))
                .withTransform("AGE", TransformSpec.of("bucket").with("width", "20")));
    String after =
        responseText(
            pass(
                engine,
                capture(
                    get("https://s.example/x"),
                    json("{\"ip\":\"83.12.4.77\",\"card\":\"4539148803436467\",\"age\":47}"))));
    assertThat(after)
        .contains("83.12.4.0")
        .contains("\"age\":40")
        .doesNotContain("4539148803436467")
        .containsPattern("\"card\":\"4\\d{15}\"");
  }

  private static Policy with(String type, TransformSpec spec) {
    return POLICY.withTransform(type, spec);
  }

  private static String birthDay(Engine engine, String id, String customer) {
    String after =
        responseText(
            pass(
                engine,
                capture(
                    id,
                    get("https://s.example/x?customer_id=" + customer),
                    Optional.of(json("{\"birthDate\":\"1984-07-23\"}")))));
    return after.replaceAll(".*:\"|\"}", "");
  }
}
