package dev.sluice.dlp;

import static dev.sluice.dlp.Captures.capture;
import static dev.sluice.dlp.Captures.engine;
import static dev.sluice.dlp.Captures.get;
import static dev.sluice.dlp.Captures.headers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.policy.Limits;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.model.Body;
import dev.sluice.model.Capture;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.Response;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class HostileInputTest {
  private final Engine engine = engine();

  @Test
  void truncatedGzipIsQuarantinedAsUndecodable() throws IOException {
    byte[] gzip =
        gzip("{\"a\":\"some text that is long enough\"}".getBytes(StandardCharsets.UTF_8));

    assertQuarantined(
        response(Arrays.copyOf(gzip, gzip.length / 2), "application/json", "gzip"),
        QuarantineReason.UNDECODABLE_BODY);
  }

  @Test
  void aZipBombIsQuarantinedAtTheLimit() throws IOException {
    assertQuarantined(
        response(gzip(new byte[40 << 20]), "application/json", "gzip"),
        QuarantineReason.DECOMPRESSION_LIMIT);
  }

  @Test
  void tenThousandLevelsAreTooDeep() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);

    assertQuarantined(response(deep, "application/json"), QuarantineReason.TOO_DEEP);
  }

  @Test
  void aBodyOfFiftyMegabytesIsTooLarge() {
    assertQuarantined(response(new byte[50 << 20], "text/plain", ""), QuarantineReason.TOO_LARGE);
  }

  @Test
  void invalidUtf8InTextIsQuarantined() {
    byte[] bytes = "{\"name\":\"J?rg and some more text\"}".getBytes(StandardCharsets.UTF_8);
    bytes[10] = (byte) 0xff;

    assertQuarantined(response(bytes, "application/json", ""), QuarantineReason.INVALID_UTF8);
  }

  @Test
  void binaryThatClaimsToBeJsonIsAMismatch() {
    byte[] bytes = new byte[64];
    bytes[3] = 7;

    assertQuarantined(
        response(bytes, "application/json", ""), QuarantineReason.CONTENT_TYPE_MISMATCH);
  }

  @Test
  void textThatClaimsToBeJsonIsScannedAsText() {
    SanitizedExchange passed =
        Captures.pass(engine, response("oops, mail jane.roe@corp-mail.io {", "application/json"));

    assertThat(passed.notes()).contains("response.body:content-type-mismatch");
    assertThat(Captures.responseText(passed)).doesNotContain("jane.roe").startsWith("oops, mail ");
  }

  @Test
  void imagesGiveWayToAPlaceholder() {
    SanitizedExchange passed =
        Captures.pass(engine, response(new byte[] {1, 2, 3, 4}, "image/png", ""));

    assertThat(passed.notes()).contains("response.body:placeholder");
    assertThat(passed.exchange().response().orElseThrow().body().bytes())
        .startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void anUnknownServiceNameIsRefused() {
    Policy policy = Policy.defaults();
    Capture capture = response("{}", "application/json");

    assertThat(engine(policy).sanitize(rename(capture, "Not/Good")))
        .isEqualTo(new Verdict.Quarantine(QuarantineReason.UNDECLARED_SERVICE));
  }

  @Test
  void moreValuesThanThePolicyAllowsAreQuarantined() {
    Policy d = Policy.defaults();
    Limits few = new Limits(1 << 20, 200, 6, 100);
    Policy policy = d.withLimits(few);

    assertThat(engine(policy).sanitize(response("[" + "1,".repeat(200) + "1]", "application/json")))
        .isEqualTo(new Verdict.Quarantine(QuarantineReason.WORK_LIMIT));
  }

  private static Capture rename(Capture capture, String service) {
    var raw = capture.raw();
    return new Capture(
        new dev.sluice.model.Exchange(
            raw.id(),
            raw.ts(),
            raw.env(),
            service,
            raw.direction(),
            raw.protocol(),
            raw.durationMicros(),
            raw.request(),
            raw.response(),
            raw.trace(),
            raw.tags()));
  }

  private void assertQuarantined(Capture capture, QuarantineReason reason) {
    assertThat(engine.sanitize(capture)).isEqualTo(new Verdict.Quarantine(reason));
  }

  private static Capture response(String text, String type) {
    return response(text.getBytes(StandardCharsets.UTF_8), type, "");
  }

  private static Capture response(byte[] bytes, String type, String coding) {
    var headers =
        coding.isEmpty()
            ? headers("Content-Type", type)
            : headers("Content-Type", type, "Content-Encoding", coding);
    return capture(get("https://s.example/x"), new Response(200, headers, Body.of(bytes)));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
