package dev.sluice.dlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.rules.Example;
import dev.sluice.dlp.rules.RulePack;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.model.Capture;
import dev.sluice.model.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
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
  void lone_examples_come_out_the_same_in_headers_paths_and_queries() {
    List<Example> examples =
        PACKS.stream()
            .flatMap(p -> p.rules().stream())
            .flatMap(r -> r.examples().stream())
            .filter(e -> e.text().chars().allMatch(c -> c >= ' ' && c < 0x7f))
            .toList();
    for (int i = 0; i < examples.size(); i++) {
      String text = examples.get(i).text();
      String coded = URLEncoder.encode(text, StandardCharsets.UTF_8);
      Capture capture =
          Captures.capture(
              Captures.get("https://s.example/a/" + coded + "?note=" + coded, "x-note", text),
              Captures.json("{}"));
      assertSame(capture, "example " + i);
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

  /** Compressed or hex text shows nothing of what it holds. */
  @Test
  void packed_and_prefixed_text_is_opened_as_without_skimming() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      String text =
          "write to nadia." + random.nextInt(1_000_000) + "@mail.example ".repeat(1 + i % 7);
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      for (byte[] packed : List.of(gzip(bytes), zlib(bytes, i % 10))) {
        String coded = Base64.getEncoder().withoutPadding().encodeToString(packed);
        assertSame(of("{\"rank\":\"" + coded + "\"}"), "packed " + i);
        assertSame(of("{\"rank\":\"and so " + coded + " on\"}"), "packed word " + i);
      }
      String hex = "0x" + HexFormat.of().formatHex(bytes);
      assertSame(of("{\"rank\":\"" + hex + "\"}"), "hex " + i);
      assertSame(of("{\"rank\":\"and so " + hex + " on\"}"), "hex word " + i);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zlib(byte[] bytes, int level) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream zlib = new DeflaterOutputStream(out, new Deflater(level))) {
      zlib.write(bytes);
    }
    return out.toByteArray();
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
}
