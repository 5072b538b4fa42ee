package dev.sluice.dlp;

import static dev.sluice.dlp.Captures.capture;
import static dev.sluice.dlp.Captures.engine;
import static dev.sluice.dlp.Captures.get;
import static dev.sluice.dlp.Captures.json;
import static dev.sluice.dlp.Captures.pass;
import static dev.sluice.dlp.Captures.post;
import static dev.sluice.dlp.Captures.requestText;
import static dev.sluice.dlp.Captures.responseText;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.dlp.transform.Transforms;
import dev.sluice.dlp.validate.Validators;
import dev.sluice.model.Header;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SluiceJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ReferentialIntegrityTest {
  private static final String EMAIL = "jane.roe@corp-mail.io";
  private static final String JWT =
      jwt("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")
          + "."
          + jwt("{\"sub\":\"u-1\",\"email\":\"" + EMAIL + "\"}")
          + ".c2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXI";

  private final Engine engine = engine();

  @Test
  void oneUsersEmailIsTheSameSurrogateEverywhere() throws Exception {
    SanitizedExchange login =
        pass(
            engine,
            capture(
                post(
                    "https://shop.example/login",
                    "application/json",
                    "{\"email\":\"" + EMAIL + "\",\"password\":\"hunter2-x\"}"),
                json("{\"token\":\"" + JWT + "\"}")));
    SanitizedExchange order =
        pass(
            engine,
            capture(
                get(
                    "https://shop.example/orders?user=jane.roe%40corp-mail.io",
                    "Authorization", "Bearer " + JWT),
                json("{\"customer\":{\"contact\":\"" + EMAIL + "\"}}")));
    SanitizedExchange payment =
        pass(
            engine,
            capture(
                post(
                    "https://pay.example/charges",
                    "application/x-www-form-urlencoded",
                    "receipt_email=jane.roe%40corp-mail.io&amount=100"),
                json("{\"ok\":true}")));

    String surrogate = tree(requestText(login)).path("email").asText();
    assertThat(surrogate).contains("@").isNotEqualTo(EMAIL);
    String token = tree(responseText(login)).path("token").asText();
    assertThat(claims(token).path("email").asText()).isEqualTo(surrogate);
    assertThat(order.exchange().request().url()).contains(surrogate.replace("@", "%40"));
    assertThat(header(order, "authorization")).isEqualTo("Bearer " + token);
    assertThat(tree(responseText(order)).at("/customer/contact").asText()).isEqualTo(surrogate);
    assertThat(requestText(payment)).contains(surrogate.replace("@", "%40"));
    assertThat(Transforms.of(Captures.key()).signer().isGenuine(token)).isTrue();
  }

  @Test
  void cardsStillPassLuhnAndTheLengthHeaderIsRight() throws Exception {
    SanitizedExchange paid =
        pass(
            engine,
            capture(
                post(
                    "https://pay.example/charges",
                    "application/json",
                    "{\"card\":{\"number\":\"4012888888881881\",\"cvv\":\"917\"}}"),
                json("{\"id\":1}")));

    String number = tree(requestText(paid)).at("/card/number").asText();
    assertThat(number).hasSize(16).isNotEqualTo("4012888888881881");
    assertThat(Validators.named("luhn").accepts(number)).isTrue();
    assertThat(header(paid, "content-length"))
        .isEqualTo(Integer.toString(paid.exchange().request().body().size()));
  }

  @Test
  void jsonWithoutFindingsIsCopiedByteForByte() {
    String odd = "{ \"a\" : [1.0e3,  -0.50, \"\\u00e9\\/x\"],\r\n\t\"b\":{}, \"b\":null }";

    assertThat(responseText(pass(engine, capture(get("https://s.example/x"), json(odd)))))
        .isEqualTo(odd);
  }

  @Test
  void jsonKeepsKeysTypesAndArrayLengths() throws Exception {
    String before =
        "{\"users\":[{\"email\":\"a.b@corp-mail.io\",\"age\":41,\"card\":4012888888881881},"
            + "{\"email\":\"c.d@corp-mail.io\",\"age\":null,\"active\":true}]}";
    JsonNode after =
        tree(responseText(pass(engine, capture(get("https://s.example/users"), json(before)))));

    assertSameShape(tree(before), after);
  }

  @Test
  void aSecondRunChangesNothing() {
    SanitizedExchange once =
        pass(
            engine,
            capture(
                post(
                    "https://shop.example/login?next=%2Fhome",
                    "application/json",
                    "{\"email\":\"" + EMAIL + "\",\"iban\":\"DE89370400440532013000\"}"),
                json("{\"token\":\"" + JWT + "\"}")));

    SanitizedExchange twice = pass(engine, new dev.sluice.model.Capture(once.exchange()));

    assertThat(requestText(twice)).isEqualTo(requestText(once));
    assertThat(twice.exchange()).isEqualTo(once.exchange());
  }

  @Test
  void theSameCaptureGivesTheSameExchangeInEveryEngine() {
    var capture =
        capture(
            post(
                "https://shop.example/login",
                "application/json",
                "{\"email\":\"" + EMAIL + "\",\"pin\":\"4711\"}"),
            json("{\"token\":\"" + JWT + "\"}"));

    assertThat(pass(engine(), capture)).isEqualTo(pass(engine, capture));
  }

  private static void assertSameShape(JsonNode before, JsonNode after) {
    assertThat(after.getNodeType()).isEqualTo(before.getNodeType());
    assertThat(after.size()).isEqualTo(before.size());
    if (before.isObject()) {
      before.properties().forEach(p -> assertSameShape(p.getValue(), after.path(p.getKey())));
    }
    for (int i = 0; before.isArray() && i < before.size(); i++) {
      assertSameShape(before.get(i), after.get(i));
    }
  }

  private static JsonNode tree(String json) throws Exception {
    return SluiceJson.mapper().readTree(json);
  }

  private static JsonNode claims(String token) throws Exception {
    return tree(
        new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
  }

  private static String header(SanitizedExchange exchange, String name) {
    return exchange.exchange().request().headers().stream()
        .filter(h -> h.is(name))
        .map(Header::value)
        .findFirst()
        .orElse("");
  }

  private static String jwt(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
