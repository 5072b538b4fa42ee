package dev.sluice.dlp;

import static dev.sluice.dlp.Captures.POLICY;
import static dev.sluice.dlp.Captures.capture;
import static dev.sluice.dlp.Captures.engine;
import static dev.sluice.dlp.Captures.get;
import static dev.sluice.dlp.Captures.json;
import static dev.sluice.dlp.Captures.pass;
import static dev.sluice.dlp.Captures.responseText;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.policy.Profile;
import dev.sluice.model.Capture;
import dev.sluice.model.SanitizedExchange;
import org.junit.jupiter.api.Test;

class StrictProfileTest {
  private final Engine engine = engine(POLICY.withProfile(Profile.STRICT));

  @Test
  void whatNobodyCalledSafeIsReplaced() {
    String after =
        responseText(
            pass(
                engine,
                capture(
                    get("https://s.example/x"),
                    json("{\"mood\":\"melancholic\",\"n\":3,\"story\":\"a b c d e f g\"}"))));

    assertThat(after).doesNotContain("melancholic").contains("\"n\":3").contains("lorem ipsum d");
  }

  @Test
  void aSecondRunChangesNothing() {
    SanitizedExchange once =
        pass(
            engine,
            capture(
                get("https://s.example/x?q=u8Zr41kPq09sMv7LtY2wXb"),
                json(
                    "{\"code\":\"Qz81mmT0pLw55RtXnV2bYc\",\"story\":\"once upon a time there was\"}")));

    assertThat(pass(engine, new Capture(once.exchange())).exchange()).isEqualTo(once.exchange());
  }
}
