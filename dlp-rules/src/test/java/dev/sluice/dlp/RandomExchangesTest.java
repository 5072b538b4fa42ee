package dev.sluice.dlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SluiceJson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties that hold for exchanges drawn from fixed seeds. */
class RandomExchangesTest {
  private static final Engine ENGINE = Captures.engine();

  /** One person in a query, a body and the claims of a token. */
  record Drawn(int seed, String email, String iban, String url, String body) {
    @Override
    public String toString() {
      return "seed " + seed;
    }
  }

  static java.util.List<Drawn> exchanges() {
    return java.util.stream.IntStream.range(0, 60).mapToObj(RandomExchangesTest::draw).toList();
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void oneValueHasOneSurrogateInQueryBodyAndClaims(Drawn drawn) throws Exception {
    SanitizedExchange out = sanitized(drawn);
    JsonNode body = SluiceJson.mapper().readTree(Captures.responseText(out));
    String claims = body.path("token").asText().split("\\.")[1];
    String surrogate = body.path("items").path(0).path("email").asText();

    assertThat(surrogate.contains("@")).isTrue();
    assertThat(
            SluiceJson.mapper()
                .readTree(Base64.getUrlDecoder().decode(claims))
                .path("email")
                .asText())
        .isEqualTo(surrogate);
    assertThat(
            URLDecoder.decode(out.exchange().request().url(), StandardCharsets.UTF_8)
                .contains("email=" + surrogate))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void noOriginalIsLeftAndTheShapeStays(Drawn drawn) throws Exception {
    SanitizedExchange out = sanitized(drawn);
    String text = Captures.responseText(out);
    String all = text + out.exchange().request().url() + decoded(text);

    assertThat(all.contains(drawn.email()) || all.contains(drawn.iban())).isFalse();
    assertThat(all.contains(drawn.email().replace("@", "%40"))).isFalse();
    assertSameShape(SluiceJson.mapper().readTree(drawn.body()), SluiceJson.mapper().readTree(text));
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void theResultIsDeterministicAndASecondRunChangesNothing(Drawn drawn) {
    SanitizedExchange once = sanitized(drawn);
    SanitizedExchange twice = Captures.pass(ENGINE, new dev.sluice.model.Capture(once.exchange()));

    assertThat(once.equals(sanitized(drawn))).isTrue();
    assertThat(twice.exchange().equals(once.exchange())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "email,someone@example.com",
    "email,u0123456789abcdef@example.com",
    "card_number,4242424242424242",
    "card_number,5555555555554444",
    "phone,+12025550142",
    "ip,192.0.2.17",
    "ip,198.51.100.23",
    "ip,203.0.113.99",
    "ip,2001:db8::17",
    "ssn,987-12-3456"
  })
  void aValueOfAReservedRangeThatIsNotOursIsReplaced(String field, String value) {
    String body = "{\"" + field + "\":\"" + value + "\"}";
    SanitizedExchange out =
        Captures.pass(
            ENGINE, Captures.capture(Captures.get("https://s.example/x"), Captures.json(body)));

    assertThat(Captures.responseText(out).contains(value)).isFalse();
  }

  private static SanitizedExchange sanitized(Drawn drawn) {
    return Captures.pass(
        ENGINE, Captures.capture(Captures.get(drawn.url()), Captures.json(drawn.body())));
  }

  private static Drawn draw(int seed) {
    Random r = new Random(seed);
    String email = word(r, 7) + "." + word(r, 8) + r.nextInt(100) + "@" + word(r, 9) + "-mail.io";
    String iban = iban(r);
    String head = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    String claims = base64("{\"sub\":\"s-1\",\"email\":\"" + email + "\"}");
    String token = head + "." + claims + "." + base64(word(r, 32));
    StringBuilder items = new StringBuilder("{\"email\":\"" + email + "\",\"n\":null}");
    for (int i = r.nextInt(3); i > 0; i--) {
      items.append(
          r.nextBoolean() ? ",{\"ok\":true}" : ",[1.50,\"red\",{\"iban\":\"" + iban + "\"}]");
    }
    String body =
        "{\"token\":\"" + token + "\",\"items\":[" + items + "],\"iban\":\"" + iban + "\"}";
    String url = "https://s.example/v1/find?page=2&email=" + email.replace("@", "%40");
    return new Drawn(seed, email, iban, url, body);
  }

  /** ISO 13616: check digits over a country of digits alone. */
  private static String iban(Random r) {
    StringBuilder bban = new StringBuilder();
    for (int i = 0; i < 18; i++) {
      bban.append(r.nextInt(10));
    }
    int rest =
        new java.math.BigInteger(bban + "131400").mod(java.math.BigInteger.valueOf(97)).intValue();
    return "DE" + String.format("%02d", 98 - rest) + bban;
  }

  private static String word(Random r, int length) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.append((char) ('a' + r.nextInt(26)));
    }
    return out.toString();
  }

  private static String decoded(String json) throws Exception {
    String claims = SluiceJson.mapper().readTree(json).path("token").asText().split("\\.")[1];
    return new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertSameShape(JsonNode before, JsonNode after) {
    assertThat(after.getNodeType()).isEqualTo(before.getNodeType());
    assertThat(after.size()).isEqualTo(before.size());
    before.properties().forEach(p -> assertSameShape(p.getValue(), after.path(p.getKey())));
    for (int i = 0; before.isArray() && i < before.size(); i++) {
      assertSameShape(before.get(i), after.get(i));
    }
  }
}
