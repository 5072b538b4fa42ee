package dev.sluice.dlp;

import static dev.sluice.dlp.Captures.capture;
import static dev.sluice.dlp.Captures.engine;
import static dev.sluice.dlp.Captures.get;
import static dev.sluice.dlp.Captures.headers;
import static dev.sluice.dlp.Captures.pass;
import static dev.sluice.dlp.Captures.responseText;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.Body;
import dev.sluice.model.Capture;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.Response;
import dev.sluice.model.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Text over a bound, malformed or hostile: quarantined with a reason or walked, never passed by.
 */
class TextBoundsTest {
  private static final String EMAIL = "jane.roe@corp-mail.io";

  private final Engine engine = engine();

  @Test
  void elementsNestedTooDeepAreQuarantined() {
    String deep = "<a>".repeat(300) + EMAIL + "</a>".repeat(300);

    assertThat(engine.sanitize(response(deep, "application/xml")))
        .isEqualTo(new Verdict.Quarantine(QuarantineReason.TOO_DEEP));
  }

  @Test
  void graphQlNestedTooDeepIsQuarantined() {
    String deep = "query { a(b: " + "[".repeat(300) + "\"x\"" + "]".repeat(300) + ") }";

    assertThat(engine.sanitize(response(deep, "application/graphql")))
        .isEqualTo(new Verdict.Quarantine(QuarantineReason.TOO_DEEP));
  }

  @Test
  void encodingsNestedTooDeepAreQuarantined() {
    String text = "{\"email\":\"" + EMAIL + "\"}";
    for (int i = 0; i < 9; i++) {
      text =
          "{\"blob\":\""
              + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
              + "\"}";
    }

    assertThat(engine.sanitize(response(text, "application/json")))
        .isEqualTo(new Verdict.Quarantine(QuarantineReason.TOO_DEEP));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Hi <b>jane.roe@corp-mail.io</p></i></b>",
        "<p a=\"jane.roe@corp-mail.io>never closed</p>",
        "<!-- jane.roe@corp-mail.io </p>",
        "<x><![CDATA[ jane.roe@corp-mail.io </x>",
        "<!DOCTYPE x [<!ENTITY e \"jane.roe@corp-mail.io\">]><x>&e;</x>",
        "<a href='mailto:jane.roe@corp-mail.io?subject=x'>1 < 2 && 3 > 2</a>",
        "<p>jane.roe&commat;corp-mail.io</p>",
        "<p>jane.roe&#x40;corp-mail&#46;io</p>",
        "<p title=jane.roe@corp-mail.io><p/>",
      })
  void malformedMarkupIsStillWalked(String markup) {
    String out = responseText(pass(engine, response(markup, "text/html")));

    assertThat(out.contains("jane.roe")).isFalse();
    assertThat(out).startsWith(markup.substring(0, 2));
  }

  @Test
  void declaredEntitiesAreNotExpanded() {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><x><y>&b;&b;</y></x>";

    assertThat(responseText(pass(engine, response(bomb, "application/xml")))).isEqualTo(bomb);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a b=\"",
        "<!--",
        "<![CDATA[",
        "a=\"",
        "a: b ",
        "\"a",
        "{a(b:\"",
        "<a ",
        "&#",
        "a="
      })
  void repeatedOpeningsCostNoMoreThanTheirLength(String opening) {
    String text = opening.repeat(200_000);
    for (String type : Set.of("text/html", "text/plain", "text/csv", "application/graphql")) {
      Verdict verdict = engine.sanitize(response("x,y\n" + text, type));
      assertThat(verdict).isNotNull();
    }
  }

  @Test
  void keysThatAreFindingsBecomeUniqueSurrogates() throws Exception {
    String json =
        "{\"users\":{\"jane.roe@corp-mail.io\":{\"n\":1},\"john.doe@corp-mail.io\":{\"n\":2},"
            + "\"Jane.Roe@corp-mail.io\":{\"n\":3}}}";

    var passed = pass(engine, response(json, "application/json"));
    var users = dev.sluice.model.SluiceJson.mapper().readTree(responseText(passed)).path("users");

    assertThat(users.size()).isEqualTo(3);
    assertThat(responseText(passed).contains("corp-mail")).isFalse();
    assertThat(passed.findings()).allMatch(f -> f.location().startsWith("response.body:$.users.*"));
  }

  @Test
  void latinTextThatIsNotUtf8KeepsItsCharset() {
    byte[] bytes =
        "<?xml version='1.0' encoding='ISO-8859-1'?><x><zahl>f\u00fcnf</zahl><e>jane.roe@corp-mail.io</e></x>"
            .getBytes(StandardCharsets.ISO_8859_1);

    var out =
        pass(engine, response(bytes, "application/xml")).exchange().response().orElseThrow().body();
    String text = new String(out.bytes(), StandardCharsets.ISO_8859_1);

    assertThat(text).contains("<zahl>f\u00fcnf</zahl>");
    assertThat(text.contains("jane")).isFalse();
  }

  private static Capture response(String text, String type) {
    return response(text.getBytes(StandardCharsets.UTF_8), type);
  }

  private static Capture response(byte[] bytes, String type) {
    return capture(
        get("https://s.example/x"),
        new Response(200, headers("Content-Type", type), Body.of(bytes)));
  }
}
