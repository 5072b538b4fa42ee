package dev.sluice.capture.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.capture.canonical.CanonicalWriter;
import dev.sluice.model.Body;
import dev.sluice.model.Direction;
import dev.sluice.model.Header;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RrPairImportTest {
  private static final String COMPACT = "{\"id\":7}";
  private static final String MD =
      """
      ### REQUEST (TEST) ###
      ```
      POST https://pay.example:8443/pay?x=1 HTTP/2.0
      Accept: a/b, c/d
      Date: Tue\\, 25 Nov 2025 18:06:30 GMT
      ```

      ```
      text with
      ```
      a fence
      ```

      ### RESPONSE ###
      ```
      HTTP/2.0 201 Created
      Content-Type: application/json
      ```

      ```
      {
        "id": 7
      }
      ```

      ### SIGNATURE ###
      ```
      http:queryparams is COPY
      ```

      ### METADATA ###
      ```
      direction: OUT
      uuid: b8b39a9e-7061-411a-ae3d-f0a968da07f8
      ts: 2025-11-25T18:06:30.67124747Z
      duration: 1.5s
      tags: session=COPY
      ```

      ### INTERNAL - DO NOT MODIFY ###
      ```
      json: {"msgType":"rrpair","service":"checkout","tokenList":{"COPY":1}%s}
      ```
      """;

  @TempDir Path folder;

  @Test
  void a_markdown_pair_is_rebuilt_from_its_readable_sections() {
    Imported md = Imported.from(folder.resolve("x.md"), MD.formatted(""));
    var e = md.only().raw();
    assertThat(md.format()).isEqualTo("rrpair");
    assertThat(e.id()).isEqualTo("b8b39a9e-7061-411a-ae3d-f0a968da07f8");
    assertThat(e.ts()).isEqualTo("2025-11-25T18:06:30.671247Z");
    assertThat(e.durationMicros()).hasValue(1_500_000);
    assertThat(e.direction()).isEqualTo(Direction.OUTBOUND);
    assertThat(e.service()).isEqualTo("checkout");
    assertThat(e.protocol()).isEqualTo("HTTP/2");
    assertThat(e.request().url()).isEqualTo("https://pay.example:8443/pay?x=1");
    assertThat(e.request().headers())
        .containsExactly(
            new Header("Accept", "a/b"),
            new Header("Accept", "c/d"),
            new Header("Date", "Tue, 25 Nov 2025 18:06:30 GMT"));
    assertThat(e.request().body()).isEqualTo(Body.ofText("text with\n```\na fence"));
    assertThat(md.response(0).status()).isEqualTo(201);
    assertThat(md.only().fidelity()).containsExactly("body-reformatted");
  }

  @Test
  void the_exact_bytes_of_an_older_dialect_are_taken_where_they_say_the_same() {
    Imported md = Imported.from(folder.resolve("x.md"), MD.formatted(internalBody(COMPACT)));
    assertThat(md.response(0).body()).isEqualTo(Body.ofText(COMPACT));
    assertThat(md.only().fidelity()).isEmpty();
  }

  @Test
  void an_edited_section_wins_over_the_hidden_copy() {
    Imported md = Imported.from(folder.resolve("x.md"), MD.formatted(internalBody("{\"id\":8}")));
    assertThat(md.response(0).body()).isEqualTo(Body.ofText("{\n  \"id\": 7\n}"));
  }

  @Test
  void no_derived_copy_survives_an_import() {
    Imported md = Imported.from(folder.resolve("x.md"), MD.formatted(internalBody(COMPACT)));
    assertThat(new String(CanonicalWriter.write(md.exchange(0)), UTF_8)).doesNotContain("COPY");
    Imported json = Imported.from(folder.resolve("x.jsonl"), json("\"res\":{\"statusCode\":200}"));
    assertThat(new String(CanonicalWriter.write(json.exchange(0)), UTF_8)).doesNotContain("COPY");
  }

  @Test
  void json_lines_carry_headers_as_lists_and_bodies_as_base64() {
    Imported json =
        Imported.from(
            folder.resolve("x.jsonl"),
            json(
                "\"res\":{\"statusCode\":200,\"headers\":{\"Set-Cookie\":[\"a=1\",\"b=2\"],"
                    + "\"Content-Encoding\":[\"gzip\"],\"Content-Length\":[\"99\"]},"
                    + "\"bodyBase64\":\"aGk=\"}"));
    var e = json.only().raw();
    assertThat(e.id()).isEqualTo("b8b38e6a-7061-411a-ae3d-f0a968da07f8");
    assertThat(e.request().url()).isEqualTo("https://pay.example/v1?key=1");
    assertThat(e.durationMicros()).hasValue(33_000);
    assertThat(json.response(0).headers())
        .containsExactly(
            new Header("Set-Cookie", "a=1"),
            new Header("Set-Cookie", "b=2"),
            new Header("Content-Length", "2"));
    assertThat(json.fidelity())
        .containsExactly(
            "body-decoded", "content-length-adjusted", "headers-merged", "tool-metadata-dropped");
  }

  @Test
  void bad_lines_cost_those_lines_only() {
    String good = json("\"res\":{\"statusCode\":200}");
    Imported json =
        Imported.from(
            folder.resolve("x.jsonl"),
            String.join(
                "\n",
                good,
                "{broken",
                "",
                good.replace("\"ts\"", "\"t\""),
                good.replace("\"http\"", "\"postgres\""),
                good.replace("pay.example:443", "").replace("\"host\":\"pay.example\",", ""),
                good));
    assertThat(json.outline())
        .containsExactly(
            "/v1?key=1",
            "malformed-capture",
            "missing-timestamp",
            "unknown-format",
            "missing-field",
            "/v1?key=1");
  }

  private static String internalBody(String body) {
    String base64 = Base64.getEncoder().encodeToString(body.getBytes(UTF_8));
    return ",\"http\":{\"res\":{\"bodyBase64\":\"" + base64 + "\"}}";
  }

  private static String json(String response) {
    byte[] uuid = Base64.getDecoder().decode("uLOOanBhQRquPfCpaNoH+A==");
    return "{\"msgType\":\"rrpair\",\"ts\":\"2025-11-25T18:06:30Z\",\"l7protocol\":\"https\","
        + "\"duration\":33,\"direction\":\"OUT\",\"service\":\"undefined\","
        + "\"network_address\":\"pay.example:443\",\"session\":\"COPY\",\"uuid\":\""
        + Base64.getEncoder().encodeToString(uuid)
        + "\",\"http\":{\"req\":{\"uri\":\"/v1?key=1\",\"version\":\"1.1\",\"method\":\"GET\","
        + "\"host\":\"pay.example\",\"headers\":{\"Host\":[\"pay.example\"]},"
        + "\"queryParams\":{\"key\":[\"COPY\"]}},"
        + response
        + "},\"signature\":{\"http:host\":\"COPY\"}}";
  }
}
