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
