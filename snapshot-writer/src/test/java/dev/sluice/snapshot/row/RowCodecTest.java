package dev.sluice.snapshot.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.Body;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import dev.sluice.model.Request;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.Samples;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowCodecTest {
  @Test
  void everyShapeOfExchangeComesBackEqual() {
    for (SanitizedExchange exchange : Samples.many(21, 500)) {
      byte[] row = RowCodec.encode(exchange);
      assertThat(RowCodec.decode(row)).isEqualTo(exchange);
      assertThat(RowCodec.encode(RowCodec.decode(row))).isEqualTo(row);
    }
  }

  @Test
  void theHeadIsReadWithoutTheRest() {
    SanitizedExchange exchange = new Samples(1).exchange(7);

    assertThat(RowCodec.head(RowCodec.encode(exchange)))
        .isEqualTo(
            new RowHead(
                Samples.START.toEpochMilli() * 1000 + 7_000, "ex-00000007", "prod", "checkout"));
  }

  /** Checkpoints of older versions hold such bytes: they must stay readable. */
  @Test
  void bytesOfVersionOneStayAsTheyAre() {
    byte[] kept = HexFormat.of().parseHex(KeptRows.VERSION_1);

    SanitizedExchange exchange = RowCodec.decode(kept);

    assertThat(RowCodec.encode(exchange)).isEqualTo(kept);
    assertThat(exchange.exchange().id()).isEqualTo("ex-00000000");
    assertThat(exchange.exchange().response().orElseThrow().status()).isEqualTo(500);
    assertThat(exchange.sessionId()).contains("session-33");
    assertThat(exchange.findings()).singleElement().extracting("score").isEqualTo(0.9);
    assertThat(exchange.timeReferences()).hasSize(1);
  }

  @Test
  void cutOffOrDamagedRowsAreRefusedWithoutTheirContent() {
    Random random = new Random(3);
    for (SanitizedExchange exchange : Samples.many(22, 200)) {
      byte[] row = RowCodec.encode(exchange);
      byte[] cut = Arrays.copyOf(row, random.nextInt(row.length));
      assertThatThrownBy(() -> RowCodec.decode(cut))
          .isInstanceOf(SluiceException.class)
          .hasNoCause();
      byte[] damaged = row.clone();
      damaged[random.nextInt(row.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        assertThat(RowCodec.decode(damaged)).isNotNull();
      } catch (SluiceException | IllegalArgumentException expected) {
        assertThat(expected.getMessage()).doesNotContain("shop.example");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "raw deflate", "zstd", "gzip, zstd"})
  void howABodyWasCompressedDoesNotChangeItsDigestRow(String coding) throws Exception {
    byte[] content =
        "{\"k\":\"value value value value\"}".repeat(20).getBytes(StandardCharsets.UTF_8);
    SanitizedExchange fast = with(coding, compress(coding, content, 1), "1");
    SanitizedExchange best = with(coding, compress(coding, content, 9), "2");

    assertThat(RowCodec.encode(fast)).isNotEqualTo(RowCodec.encode(best));
    assertThat(RowCodec.digestRow(fast)).isEqualTo(RowCodec.digestRow(best));
    content[0] = '[';
    assertThat(RowCodec.digestRow(with(coding, compress(coding, content, 1), "1")))
        .isNotEqualTo(RowCodec.digestRow(fast));
  }

  @Test
  void theCodingAndAnyOtherHeaderStayInTheDigestRow() throws Exception {
    byte[] content = "same".repeat(50).getBytes(StandardCharsets.UTF_8);

    assertThat(RowCodec.digestRow(with("gzip", compress("gzip", content, 9), "1")))
        .isNotEqualTo(RowCodec.digestRow(with("zstd", compress("zstd", content, 9), "1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "zstd", "br", "no-such"})
  void aBodyThatCannotBeDecodedIsHashedAsItStands(String coding) {
    SanitizedExchange one = with(coding, new byte[] {1, 2, 3}, "3");
    SanitizedExchange other = with(coding, new byte[] {1, 2, 4}, "3");

    assertThat(RowCodec.digestRow(one)).isEqualTo(RowCodec.encode(one));
    assertThat(RowCodec.digestRow(one)).isNotEqualTo(RowCodec.digestRow(other));
  }

  private static SanitizedExchange with(String coding, byte[] body, String length) {
    SanitizedExchange base = new Samples(5).exchange(1);
    Exchange e = base.exchange();
    Request request =
        new Request(
            "POST",
            e.request().url(),
            List.of(
                new Header("Content-Encoding", coding.replace("raw ", "")),
                new Header("Content-Length", length)),
            Body.of(body));
    return new SanitizedExchange(
        new Exchange(
            e.id(),
            e.ts(),
            e.env(),
            e.service(),
            e.direction(),
            e.protocol(),
            e.durationMicros(),
            request,
            e.response(),
            e.trace(),
            e.tags()),
        base.pathTemplate(),
        base.sessionId(),
        base.findings(),
        base.timeReferences(),
        base.notes(),
        base.policyDigest());
  }

  private static byte[] compress(String coding, byte[] content, int level) throws Exception {
    return switch (coding) {
      case "gzip" -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new LevelGzip(out, level)) {
          gzip.write(content);
        }
        yield out.toByteArray();
      }
      case "deflate" -> deflate(content, new Deflater(level));
      case "raw deflate" -> deflate(content, new Deflater(level, true));
      case "zstd" -> com.github.luben.zstd.Zstd.compress(content, level == 1 ? -7 : 19);
      default -> compress("zstd", compress("gzip", content, level), level);
    };
  }

  private static byte[] deflate(byte[] content, Deflater deflater) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream stream = new DeflaterOutputStream(out, deflater)) {
      stream.write(content);
    }
    return out.toByteArray();
  }

  private static final class LevelGzip extends GZIPOutputStream {
    LevelGzip(OutputStream out, int level) throws java.io.IOException {
      super(out);
      def.setLevel(level);
    }
  }
}
