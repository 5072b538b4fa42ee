package dev.sluice.dlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sluice.model.Body;
import dev.sluice.model.Exchange;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.Request;
import dev.sluice.model.Response;
import dev.sluice.model.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Fuzz targets. A build runs them on the inputs in {@code EngineFuzzTestInputs} only; for a long
 * run by hand see docs/fuzzing.md.
 */
class EngineFuzzTest {
  private static final String SECRET = "kq318zw@corp-mail.io";
  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/cbor",
          "application/msgpack",
          "application/x-protobuf",
          "application/grpc",
          "application/grpc-web-text",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=b",
          "application/xml",
          "text/event-stream",
          "text/html",
          "");
  private static final List<String> CODINGS = List.of("", "gzip", "deflate", "br", "zstd");

  private static final Engine ENGINE = Captures.engine();

  /** Any bytes as a body: the first two say type and coding. */
  @FuzzTest
  void walkersEndInAVerdict(byte[] data) {
    if (data.length < 3) {
      return;
    }
    String type = TYPES.get((data[0] & 0xff) % TYPES.size());
    String coding = CODINGS.get((data[1] & 0xff) % CODINGS.size());
    var headers = Captures.headers("Content-Type", type, "Content-Encoding", coding);
    Body body = Body.of(Arrays.copyOfRange(data, 2, data.length));

    assertSound(
        ENGINE.sanitize(
            Captures.capture(
                Captures.get("https://s.example/x"), new Response(200, headers, body))));
  }

  /** Any text in every place an exchange has for one, a line each. */
  @FuzzTest
  void everyPartOfAnExchangeEndsInAVerdict(byte[] data) {
    String[] lines = new String(data, StandardCharsets.UTF_8).split("\n", 5);
    if (lines.length < 5) {
      return;
    }
    Request request =
        new Request(
            "POST",
            "https://s.example/" + lines[0],
            Captures.headers(name(lines[1]), lines[2], "Cookie", lines[3]),
            Body.of(lines[4].getBytes(StandardCharsets.UTF_8)));

    assertSound(ENGINE.sanitize(Captures.capture(request, Captures.json(lines[4]))));
  }

  /** Whatever a broken walker might write, the second look lets no original through. */
  @FuzzTest
  void theSecondLookLetsNoOriginalThrough(byte[] data) {
    if (data.length < 2) {
      return;
    }
    String type = TYPES.get((data[0] & 0xff) % TYPES.size());
    byte[] written = Arrays.copyOfRange(data, 1, data.length);
    Engine broken = ENGINE.withFault(x -> with(x, type, written));
    String json = "{\"v\":\"" + SECRET + "\"}";

    Verdict verdict =
        broken.sanitize(Captures.capture(Captures.get("https://s.example/x"), Captures.json(json)));

    if (verdict instanceof Verdict.Pass pass) {
      byte[] after = pass.exchange().exchange().response().orElseThrow().body().bytes();
      assertThat(new String(after, StandardCharsets.ISO_8859_1).contains(SECRET)).isFalse();
    }
  }

  private static Exchange with(Exchange x, String type, byte[] body) {
    Response response = new Response(200, Captures.headers("Content-Type", type), Body.of(body));
    return new Exchange(
        x.id(),
        x.ts(),
        x.env(),
        x.service(),
        x.direction(),
        x.protocol(),
        x.durationMicros(),
        x.request(),
        Optional.of(response),
        x.trace(),
        x.tags());
  }

  private static String name(String line) {
    return line.isBlank() ? "x" : line.strip();
  }

  private static void assertSound(Verdict verdict) {
    if (verdict instanceof Verdict.Quarantine quarantine) {
      assertThat(quarantine.reason()).isNotEqualTo(QuarantineReason.INTERNAL_ERROR);
    }
  }
}
