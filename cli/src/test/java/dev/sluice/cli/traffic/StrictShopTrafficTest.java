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
import dev.sluice.dlp.transform.JwtSigner;
import dev.sluice.dlp.transform.Transforms;
import dev.sluice.model.Body;
import dev.sluice.model.Capture;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import dev.sluice.model.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Under the strict profile the shop's traffic loses its texts but still works as traffic. */
class StrictShopTrafficTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final KeyRing KEY = KeyRing.random();

  private record Pair(Exchange raw, Exchange clean) {}

  private static final List<Pair> PAIRS = new ArrayList<>();

  @BeforeAll
  static void recordAndSanitize() {
    Queue<Exchange> recorded = new ConcurrentLinkedQueue<>();
    try (Shop shop = Shop.start(new ShopConfig(11, "prod", 0, recorded::add))) {
      shop.drive(30);
    }
    Policy policy = Policy.defaults().withProfile(Profile.STRICT).withFullRescanShare(1.0);
    Engine engine = Engine.create(new EngineConfig(policy, RulePacks.builtin(), KEY));
    for (Exchange raw : recorded) {
      Verdict verdict = engine.sanitize(new Capture(raw));
      assertThat(verdict).isInstanceOf(Verdict.Pass.class);
      PAIRS.add(new Pair(raw, ((Verdict.Pass) verdict).exchange().exchange()));
    }
    assertThat(PAIRS).hasSizeGreaterThan(200);
  }

  @Test
  void methodsHostsStatusesAndMediaTypesStay() {
    for (Pair p : PAIRS) {
      assertThat(p.clean().request().method()).isEqualTo(p.raw().request().method());
      assertThat(p.clean().response().map(r -> r.status()))
          .isEqualTo(p.raw().response().map(r -> r.status()));
      assertThat(type(p.clean().request().headers())).isEqualTo(type(p.raw().request().headers()));
      assertThat(host(p.clean())).isEqualTo(host(p.raw()));
    }
  }

  @Test
  void jsonKeepsItsKeysTypesAndNumbersOfItems() {
    int compared = 0;
    for (Pair p : PAIRS) {
      Optional<JsonNode> raw = json(p.raw().request().body());
      if (raw.isPresent()) {
        assertThat(json(p.clean().request().body()).map(StrictShopTrafficTest::shape))
            .isEqualTo(raw.map(StrictShopTrafficTest::shape));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(30);
  }

  @Test
  void lengthsAndSignaturesAreRight() {
    JwtSigner signer = Transforms.of(KEY).signer();
    int tokens = 0;
    for (Pair p : PAIRS) {
      for (Header h : p.clean().request().headers()) {
        if (h.is("content-length")) {
          assertThat(h.value()).isEqualTo(Integer.toString(p.clean().request().body().size()));
        }
        String value = h.value().startsWith("Bearer ") ? h.value().substring(7) : "";
        if (h.is("authorization") && value.split("\\.").length == 3) {
          assertThat(signer.isGenuine(value)).isTrue();
          tokens++;
        }
      }
    }
    assertThat(tokens).isPositive();
  }

  private static String type(List<Header> headers) {
    return headers.stream().filter(h -> h.is("content-type")).map(Header::value).toList() + "";
  }

  private static String host(Exchange e) {
    return e.request().url().replaceFirst("(://[^/]*).*", "$1");
  }

  private static Optional<JsonNode> json(Body body) {
    try {
      return Optional.of(JSON.readTree(body.bytes())).filter(n -> n.isObject() || n.isArray());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String shape(JsonNode node) {
    StringBuilder out = new StringBuilder(node.getNodeType().name());
    node.properties().forEach(f -> out.append(f.getKey()).append(shape(f.getValue())));
    node.forEach(item -> out.append(node.isArray() ? "[" + shape(item) + "]" : ""));
    return out.toString();
  }
}
