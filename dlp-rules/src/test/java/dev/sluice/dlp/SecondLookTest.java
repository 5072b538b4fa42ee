package dev.sluice.dlp;

import static dev.sluice.dlp.Captures.capture;
import static dev.sluice.dlp.Captures.engine;
import static dev.sluice.dlp.Captures.get;
import static dev.sluice.dlp.Captures.json;
import static dev.sluice.dlp.Captures.pass;
import static dev.sluice.dlp.Captures.responseText;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.Capture;
import dev.sluice.model.Exchange;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.Verdict;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SecondLookTest {
  private static final Capture CAPTURE =
      capture(
          get("https://s.example/x"),
          json("{\"email\":\"jane.roe@corp-mail.io\",\"note\":\"nothing here\"}"));

  @Test
  void aWalkerThatPutsTheOriginalBackIsCaught() {
    Engine broken = engine().withFault(x -> CAPTURE.raw());

    assertThat(broken.sanitize(CAPTURE)).isInstanceOf(Verdict.Quarantine.class);
  }

  @Test
  void aForeignValueInTheOutputIsResidual() {
    Engine broken = engine().withFault(body("{\"email\":\"other.person@corp-mail.io\"}"));

    assertThat(broken.sanitize(CAPTURE))
        .isEqualTo(new Verdict.Quarantine(QuarantineReason.RESIDUAL_FINDING));
  }

  @Test
  void anOriginalThatSurvivesInsideAnotherWordIsCaught() {
    Engine broken = engine().withFault(body("{\"note\":\"xxjane.roe@corp-mail.ioxx 1\"}"));

    assertThat(broken.sanitize(CAPTURE)).isInstanceOf(Verdict.Quarantine.class);
  }

  @Test
  void aValueFoundInOnePlaceIsReplacedInTheOthersToo() {
    Capture capture =
        capture(
            get("https://s.example/greet"),
            json("{\"firstName\":\"Annegret\",\"text\":\"Welcome back, Annegret!\"}"));

    String after = responseText(pass(engine(), capture));

    assertThat(after).doesNotContain("Annegret").contains("Welcome back, ");
  }

  @Test
  void aFieldsValueThatIsAlsoPartOfASchemasNameIsNotHeldBack() {
    Capture capture =
        capture(
            get("https://s.example/x"),
            json("{\"userName\":\"teams\",\"org\":{\"teams_url\":\"x\",\"id\":1}}"));

    assertThat(responseText(pass(engine(), capture)))
        .doesNotContain("\"teams\"")
        .contains("\"teams_url\"");
  }

  @Test
  void aFieldsValueThatIsAWholeNameElsewhereIsReplacedThereToo() {
    Capture capture =
        capture(
            get("https://s.example/x"),
            json("{\"userName\":\"annegret\",\"visits\":{\"annegret\":3,\"others\":4}}"));

    String after = responseText(pass(engine(), capture));

    assertThat(after).doesNotContain("annegret").contains("\"others\":4");
    String surrogate = after.substring("{\"userName\":\"".length(), after.indexOf("\",\"visits"));
    assertThat(after).contains("{\"" + surrogate + "\":3");
  }

  @Test
  void aFieldsValueThatIsCalledLikeAStandardHeaderLeavesTheHeader() {
    Capture capture =
        capture(get("https://s.example/x"), json("{\"userName\":\"content-type\",\"n\":1}"));

    assertThat(pass(engine(), capture).exchange().response().orElseThrow().headers())
        .anyMatch(h -> h.name().equalsIgnoreCase("content-type"));
  }

  @Test
  void aFieldThatHoldsItsOwnNameIsNotHeldBack() {
    String body = "{\"api_key\":\"api_key\",\"n\":1}";

    assertThat(responseText(pass(engine(), capture(get("https://s.example/x"), json(body)))))
        .startsWith("{\"api_key\":\"")
        .isNotEqualTo(body);
  }

  @Test
  void aValueThatIsAWholeNameInABrokenOutputIsStillCaught() {
    Capture capture =
        capture(get("https://s.example/x"), json("{\"userName\":\"qwertzu\",\"n\":1}"));
    Engine broken = engine().withFault(body("{\"userName\":\"abc\",\"qwertzu\":1}"));

    assertThat(broken.sanitize(capture)).isInstanceOf(Verdict.Quarantine.class);
  }

  @Test
  void quotesOfCodeInFrontOfAnAtSignAreNoMailbox() {
    String query = "{\"query\":\"logs(\\\"a\\\").rollup(\\\"count\\\",\\\"@net.client\\\")\"}";

    assertThat(responseText(pass(engine(), capture(get("https://s.example/x"), json(query)))))
        .isEqualTo(query);
  }

  @Test
  void aPasswordWrittenIntoAUrlIsNoAddressWithTheHostBehindIt() {
    String body =
        "{\"link\":\"https://api:Key-3ax6xnjp29jd6fds4gc3@api.corp-mail.io/v3/list\",\"n\":1}";

    assertThat(responseText(pass(engine(), capture(get("https://s.example/x"), json(body)))))
        .doesNotContain("3ax6xnjp29jd6fds4gc3")
        .contains("@api.corp-mail.io");
  }

  private static UnaryOperator<Exchange> body(String json) {
    return x ->
        new Exchange(
            x.id(),
            x.ts(),
            x.env(),
            x.service(),
            x.direction(),
            x.protocol(),
            x.durationMicros(),
            x.request(),
            Optional.of(json(json)),
            x.trace(),
            x.tags());
  }
}
