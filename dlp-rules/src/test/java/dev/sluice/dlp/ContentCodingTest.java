package dev.sluice.dlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import dev.sluice.model.Body;
import dev.sluice.model.Header;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.Response;
import dev.sluice.model.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a compressed body is treated as if it stood there plainly. */
class ContentCodingTest {
  private static final String JSON =
      "{\"email\":\"jane.roe@corp-mail.io\",\"n\":1.50,\"w\":\"a red bicycle\"}";
  private static final String HARMLESS = "{\"w\":\"a red bicycle\",\"n\":1.50}";

  private final Engine engine = Captures.engine();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "x-gzip",
        "deflate",
        "raw-deflate",
        "br",
        "zstd",
        "gzip, br",
        "br, gzip",
        "deflate, zstd"
      })
  void aBodyIsWrittenInTheCodingItCameIn(String coding) throws IOException {
    String declared = coding.equals("raw-deflate") ? "deflate" : coding;

    Response after = sanitized(encode(coding, bytes(JSON)), declared);

    String plain = new String(decode(coding, after.body().bytes()), StandardCharsets.UTF_8);
    String expected = new String(sanitized(bytes(JSON), "").body().bytes(), StandardCharsets.UTF_8);
    assertThat(plain.equals(expected)).isTrue();
    assertThat(plain).doesNotContain("jane").contains("\"n\":1.50,\"w\":\"a red bicycle\"");
    assertThat(value(after, "Content-Encoding")).isEqualTo(declared);
    assertThat(value(after, "Content-Length")).isEqualTo("" + after.body().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "raw-deflate", "br", "zstd", "gzip, br"})
  void aBodyWithoutFindingsIsNotTouched(String coding) throws IOException {
    byte[] body = encode(coding, bytes(HARMLESS));

    Response after = sanitized(body, coding.equals("raw-deflate") ? "deflate" : coding);

    assertThat(after.body().bytes()).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd"})
  void aCodingNobodyDeclaredIsSeenByItsMark(String coding) throws IOException {
    Response after = sanitized(encode(coding, bytes(JSON)), "");

    String plain = new String(decode(coding, after.body().bytes()), StandardCharsets.UTF_8);
    assertThat(plain).doesNotContain("jane").contains("a red bicycle");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "zstd", "br"})
  void whatStandsBehindTheEndOfACodingIsGone(String coding) throws IOException {
    byte[] coded = encode(coding, bytes(HARMLESS));
    byte[] tail = bytes("jane.roe@corp-mail.io");
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(coded);
    body.writeBytes(tail);

    Verdict verdict = engine.sanitize(capture(body.toByteArray(), coding));

    if (verdict instanceof Verdict.Pass pass) {
      byte[] after = pass.exchange().exchange().response().orElseThrow().body().bytes();
      assertThat(new String(after, StandardCharsets.ISO_8859_1)).doesNotContain("jane");
      assertThat(decode(coding, after)).isEqualTo(bytes(HARMLESS));
    }
  }

  @Test
  void theFileNameInAGzipHeadIsGone() throws IOException {
    byte[] gzip = encode("gzip", bytes(HARMLESS));
    ByteArrayOutputStream named = new ByteArrayOutputStream();
    named.write(gzip, 0, 3);
    named.write(8); // a name follows the head
    named.write(gzip, 4, 6);
    named.writeBytes(bytes("jane-roe.json\0"));
    named.write(gzip, 10, gzip.length - 10);

    Response after = sanitized(named.toByteArray(), "gzip");

    assertThat(decode("gzip", after.body().bytes())).isEqualTo(bytes(HARMLESS));
    assertThat(new String(after.body().bytes(), StandardCharsets.ISO_8859_1))
        .doesNotContain("jane");
  }

  @Test
  void aBombOfAnyCodingIsQuarantined() throws IOException {
    byte[] zeros = new byte[8 << 20];

    for (String coding : List.of("zstd", "br")) {
      assertThat(engine.sanitize(capture(encode(coding, zeros), coding)))
          .isEqualTo(new Verdict.Quarantine(QuarantineReason.DECOMPRESSION_LIMIT));
    }
  }

  @Test
  void brotliCanBeWrittenOnThisMachine() {
    assertThat(Brotli4jLoader.isAvailable()).isTrue();
  }

  private Response sanitized(byte[] body, String coding) {
    return Captures.pass(engine, capture(body, coding)).exchange().response().orElseThrow();
  }

  private static dev.sluice.model.Capture capture(byte[] body, String coding) {
    List<Header> headers =
        Captures.headers("Content-Type", "application/json", "Content-Length", "" + body.length);
    if (!coding.isEmpty()) {
      headers.add(new Header("Content-Encoding", coding));
    }
    Response response = new Response(200, headers, Body.of(body));
    return Captures.capture(Captures.get("https://s.example/x"), response);
  }

  private static String value(Response response, String name) {
    return response.headers().stream().filter(h -> h.is(name)).findFirst().orElseThrow().value();
  }

  private static byte[] encode(String codings, byte[] bytes) throws IOException {
    byte[] out = bytes;
    for (String coding : codings.split(", ")) {
      ByteArrayOutputStream to = new ByteArrayOutputStream();
      switch (coding) {
        case "br" -> {
          Brotli4jLoader.ensureAvailability();
          to.writeBytes(Encoder.compress(out));
        }
        case "zstd" -> to.writeBytes(Zstd.compress(out));
        default -> {
          try (OutputStream packing = packing(coding, to)) {
            packing.write(out);
          }
        }
      }
      out = to.toByteArray();
    }
    return out;
  }

  private static OutputStream packing(String coding, OutputStream to) throws IOException {
    return switch (coding) {
      case "deflate" -> new DeflaterOutputStream(to);
      case "raw-deflate" -> new DeflaterOutputStream(to, new Deflater(6, true));
      default -> new GZIPOutputStream(to);
    };
  }

  private static byte[] decode(String codings, byte[] bytes) throws IOException {
    String[] all = codings.split(", ");
    byte[] out = bytes;
    for (int i = all.length - 1; i >= 0; i--) {
      ByteArrayInputStream in = new ByteArrayInputStream(out);
      out =
          switch (all[i]) {
            case "br" -> new BrotliInputStream(in).readAllBytes();
            case "zstd" -> Zstd.decompress(out, (int) Zstd.getFrameContentSize(out));
            case "deflate" -> new InflaterInputStream(in).readAllBytes();
            case "raw-deflate" -> new InflaterInputStream(in, new Inflater(true)).readAllBytes();
            default -> new GZIPInputStream(in).readAllBytes();
          };
    }
    return out;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
