package dev.sluice.dlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.rules.Example;
import dev.sluice.dlp.rules.RulePack;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.model.Capture;
import dev.sluice.model.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine does not look at in JSON bodies changes nothing of what it makes of them. */
class SkimmingTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<RulePack> PACKS = RulePacks.builtin();
  private static final Engine ENGINE =
      Engine.create(new EngineConfig(Policy.defaults(), PACKS, KeyRing.random()));
  private static final Engine EVERYTHING = ENGINE.withoutSkimming();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void random_bodies_come_out_the_same(long seed) {
    Bodies bodies = new Bodies(seed);
    for (int i = 0; i < 60; i++) {
      assertSame(of(bodies.next()), "body " + i);
    }
  }

  @Test
  void lone_examples_come_out_the_same_under_any_name() {
    List<Example> examples =
        PACKS.stream()
            .flatMap(p -> p.rules().stream())
            .flatMap(r -> r.examples().stream())
            .toList();
    for (int i = 0; i < examples.size(); i++) {
      ObjectNode body = JSON.createObjectNode();
      body.put(examples.get(i).context().fieldName(), examples.get(i).text());
      body.put("note", examples.get(i).text());
      assertSame(of(body.toString()), "example " + i);
    }
  }

  @Test
  void clean_bodies_are_not_read_value_by_value() {
    String body = "{\"items\":[{\"sku\":\"A-17\",\"price\":12.5,\"color\":\"blue\"}],\"page\":1}";

    assertThat(ENGINE.sanitize(of(body)))
        .isEqualTo(EVERYTHING.sanitize(of(body)))
        .isInstanceOf(Verdict.Pass.class);
  }

  /** The values below a replaced name are read by the new name, whatever its letters spell. */
  @Test
  void below_names_that_are_replaced_every_value_is_looked_at() {
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      byte[] token = new byte[45];
      random.nextBytes(token);
      String body =
          "{\"Bearer ya29."
              + Base64.getUrlEncoder().encodeToString(token)
              + "\":[\"123456788\",\"hf_hub_download\"]}";
      assertSame(of(body), "name " + i);
    }
  }

  private static Capture of(String json) {
    return Captures.capture(Captures.get("https://s.example/x"), Captures.json(json));
  }

  private static void assertSame(Capture capture, String what) {
    // a flag and a reason only: a message with both verdicts would show values
    Verdict skimmed = ENGINE.sanitize(capture);
    Verdict whole = EVERYTHING.sanitize(capture);
    assertThat(skimmed.equals(whole)).as(what).isTrue();
  }

  /** Seeded JSON that comes close to what rules look for. */
  private static final class Bodies {
    private static final List<String> PLAIN =
        List.of("id", "items", "page", "status", "title", "name", "value", "data", "type", "note");

    private final Random random;
    private final List<Example> examples;
    private final List<String> names = new ArrayList<>(PLAIN);

    Bodies(long seed) {
      this.random = new Random(seed);
      this.examples =
          PACKS.stream()
              .flatMap(p -> p.rules().stream())
              .flatMap(r -> r.examples().stream())
              .toList();
      PACKS.stream().flatMap(p -> p.rules().stream()).forEach(r -> names.addAll(r.fieldNames()));
      List.copyOf(names).forEach(n -> names.add(n + "s"));
    }

    String next() {
      StringBuilder text = new StringBuilder();
      int documents = random.nextInt(8) == 0 ? 3 : 1;
      for (int i = 0; i < documents; i++) {
        text.append(object(3)).append(pick(List.of("", "\n", " \n")));
      }
      return text.toString();
    }

    private ObjectNode object(int depth) {
      ObjectNode node = JSON.createObjectNode();
      int members = 1 + random.nextInt(7);
      for (int i = 0; i < members; i++) {
        String key = random.nextInt(15) == 0 ? value() : pick(names);
        switch (random.nextInt(depth > 0 ? 8 : 6)) {
          case 0 -> node.put(key, random.nextLong());
          case 1 -> node.put(key, random.nextInt(100_000) / 100.0);
          case 2 -> node.put(key, random.nextBoolean());
          case 6 -> node.set(key, object(depth - 1));
          case 7 -> node.set(key, array(depth - 1));
          default -> node.put(key, value());
        }
      }
      return node;
    }

    private ArrayNode array(int depth) {
      ArrayNode node = JSON.createArrayNode();
      for (int i = random.nextInt(4); i > 0; i--) {
        if (random.nextBoolean()) {
          node.add(value());
        } else {
          node.add(object(depth));
        }
      }
      return node;
    }

    private String value() {
      String text = pick(examples).text();
      return switch (random.nextInt(12)) {
        case 0 -> "";
        case 1 -> pick(PLAIN);
        case 2 -> pick(PLAIN) + " " + pick(PLAIN) + " " + pick(PLAIN);
        case 3 -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        case 4 -> "https://shop.example/items/" + random.nextInt(1000) + "?q=" + pick(PLAIN);
        case 5 -> JSON.createObjectNode().put(pick(names), text).toString();
        case 6 -> "déjà " + text;
        case 7 -> Integer.toString(random.nextInt(100_000_000));
        default -> text;
      };
    }

    private <T> T pick(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }
  }
}
