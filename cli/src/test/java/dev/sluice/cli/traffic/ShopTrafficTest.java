package dev.sluice.cli.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.cli.shop.Shop;
import dev.sluice.cli.shop.ShopConfig;
import dev.sluice.dlp.Engine;
import dev.sluice.dlp.EngineConfig;
import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.policy.Profile;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.dlp.transform.Transforms;
import dev.sluice.model.Body;
import dev.sluice.model.Capture;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shop's traffic must still work as traffic after sanitizing. */
class ShopTrafficTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final KeyRing KEY = KeyRing.random();

  /** A recorded exchange and what the engine made of it. */
  private record Pair(Exchange raw, Exchange clean) {}

  private static final List<Pair> PAIRS = new ArrayList<>();

  @BeforeAll
  static void recordAndSanitize() {
    Queue<Exchange> recorded = new ConcurrentLinkedQueue<>();
    try (Shop shop = Shop.start(new ShopConfig(11, "prod", 0, recorded::add))) {
      shop.drive(30);
    }
    Engine engine =
        Engine.create(
            new EngineConfig(
                Policy.defaults().withProfile(Profile.BALANCED).withFullRescanShare(1.0),
                RulePacks.builtin(),
                KEY));
    for (Exchange raw : recorded) {
      Verdict verdict = engine.sanitize(new Capture(raw));
      assertThat(verdict).isInstanceOf(Verdict.Pass.class);
      SanitizedExchange passed = ((Verdict.Pass) verdict).exchange();
      PAIRS.add(new Pair(raw, passed.exchange()));
    }
    assertThat(PAIRS).hasSizeGreaterThan(200);
  }

  @Test
  void oneUsersMailAddressIsOneSurrogateInLogInTokenOrderAndPayment() {
    Map<String, String> surrogates = new TreeMap<>();
    int[] seen = new int[4];
    for (Pair p : PAIRS) {
      String path = p.raw().request().url();
      if (path.endsWith("/login")) {
        seen[0] += same(surrogates, p, e -> form(e, "email"));
        seen[1] +=
            same(surrogates, p, e -> claim(response(e).path("accessToken").asText(), "email"));
      } else if (path.endsWith("/internal/orders")) {
        seen[2] += same(surrogates, p, e -> response(e).path("customer").path("email").asText());
        seen[1] += same(surrogates, p, e -> claim(bearer(e), "email"));
      } else if (path.endsWith("/v1/charges")) {
        seen[3] += same(surrogates, p, e -> request(e).path("receipt_email").asText());
        seen[3] +=
            same(
                surrogates,
                p,
                e -> JSON_TEXT.apply(request(e).path("metadata").asText()).path("email").asText());
      }
    }
    assertThat(java.util.Arrays.stream(seen).min().orElse(0)).isGreaterThan(10);
    assertThat(surrogates).hasSizeGreaterThan(20);
    assertThat(surrogates.values()).doesNotHaveDuplicates();
  }

  @Test
  void cardNumbersStillPassLuhn() {
    List<String> cards =
        PAIRS.stream()
            .filter(p -> p.raw().request().url().endsWith("/v1/charges"))
            .map(p -> request(p.clean()).path("card").path("number").asText())
            .toList();
    assertThat(cards).isNotEmpty().allMatch(ShopTrafficTest::luhn);
  }

  @Test
  void sessionTokensVerifyWithTheTestKey() {
    Transforms transforms = Transforms.of(KEY);
    List<String> tokens =
        PAIRS.stream()
            .map(p -> bearer(p.clean()))
            .filter(t -> t.chars().filter(c -> c == '.').count() == 2)
            .toList();
    assertThat(tokens).isNotEmpty().allMatch(transforms.signer()::isGenuine);
  }

  @Test
  void contentLengthIsThatOfTheBody() {
    assertThat(PAIRS)
        .allSatisfy(
            p -> {
              lengths(p.clean().request().headers(), p.clean().request().body());
              p.clean().response().ifPresent(r -> lengths(r.headers(), r.body()));
            });
  }

  @Test
  void jsonKeepsItsKeysTypesAndArrayLengths() {
    int compared = 0;
    for (Pair p : PAIRS) {
      JsonNode raw = response(p.raw());
      if (!raw.isMissingNode()) {
        assertThat(shape(response(p.clean()))).isEqualTo(shape(raw));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  private static int same(
      Map<String, String> surrogates, Pair p, Function<Exchange, String> value) {
    String raw = value.apply(p.raw());
    if (!raw.contains("@")) {
      return 0;
    }
    String clean = value.apply(p.clean());
    assertThat(clean).contains("@").isNotEqualTo(raw);
    assertThat(surrogates.computeIfAbsent(raw, r -> clean)).isEqualTo(clean);
    return 1;
  }

  private static final Function<String, JsonNode> JSON_TEXT =
      text -> read(text.getBytes(StandardCharsets.UTF_8));

  private static JsonNode request(Exchange e) {
    return read(e.request().body().bytes());
  }

  private static JsonNode response(Exchange e) {
    return e.response()
        .map(r -> read(plain(r.headers(), r.body())))
        .orElseGet(() -> read(new byte[0]));
  }

  private static byte[] plain(List<Header> headers, Body body) {
    boolean zipped =
        headers.stream().anyMatch(h -> h.is("content-encoding") && h.value().equals("gzip"));
    try {
      return zipped
          ? new GZIPInputStream(new ByteArrayInputStream(body.bytes())).readAllBytes()
          : body.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }
  }

  private static String bearer(Exchange e) {
    return e.request().headers().stream()
        .filter(h -> h.is("authorization") && h.value().startsWith("Bearer "))
        .map(h -> h.value().substring(7))
        .findFirst()
        .orElse("");
  }

  private static String claim(String token, String name) {
    String[] parts = token.split("\\.", -1);
    return parts.length == 3
        ? read(Base64.getUrlDecoder().decode(parts[1])).path(name).asText()
        : "";
  }

  private static String form(Exchange e, String name) {
    return Stream.of(new String(e.request().body().bytes(), StandardCharsets.UTF_8).split("&", -1))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }

  private static void lengths(List<Header> headers, Body body) {
    headers.stream()
        .filter(h -> h.is("content-length"))
        .forEach(h -> assertThat(h.value()).isEqualTo(Integer.toString(body.size())));
  }

  /** Keys, types and array lengths of a document, without its values. */
  private static String shape(JsonNode node) {
    StringBuilder out = new StringBuilder(node.getNodeType().name());
    if (node.isObject()) {
      node.properties()
          .forEach(
              f ->
                  out.append(' ')
                      .append(f.getKey())
                      .append(":(")
                      .append(shape(f.getValue()))
                      .append(')'));
    }
    node.forEach(item -> out.append(node.isArray() ? "[" + shape(item) + "]" : ""));
    return out.toString();
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int d = digits.charAt(digits.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? d : d > 4 ? 2 * d - 9 : 2 * d;
    }
    return sum % 10 == 0 && digits.length() > 12;
  }
}
