package dev.sluice.dlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import dev.sluice.model.Body;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.Response;
import dev.sluice.model.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged and hostile binary documents end in a verdict, and never with a value passed on. */
class BinaryFuzzTest {
  private static final int ROUNDS = 300;
  private static final String SECRET = "kq318zw@corp-mail.io";

  private final Engine engine = Captures.engine();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/cbor",
        "application/msgpack",
        "application/x-protobuf",
        "application/grpc"
      })
  void mutatedDocumentsNeitherFailNorLeak(String type) throws IOException {
    byte[] seed = document(type);
    for (int round = 0; round < ROUNDS; round++) {
      Verdict verdict = sanitize(mutated(seed, new Random(round)), type);

      assertSound(verdict, round);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/cbor",
        "application/msgpack",
        "application/x-protobuf",
        "application/grpc"
      })
  void documentsCutAnywhereNeitherFailNorLeak(String type) throws IOException {
    byte[] seed = document(type);
    for (int length = 1; length < seed.length; length++) {
      assertSound(sanitize(java.util.Arrays.copyOf(seed, length), type), length);
    }
  }

  @Test
  void deepDocumentsAreTooDeep() {
    byte[] lists = new byte[5_000];
    java.util.Arrays.fill(lists, (byte) 0x91);
    byte[] tags = new byte[5_000];
    java.util.Arrays.fill(tags, (byte) 0xc1);
    Verdict tooDeep = new Verdict.Quarantine(QuarantineReason.TOO_DEEP);

    assertThat(sanitize(lists, "application/msgpack")).isEqualTo(tooDeep);
    assertThat(sanitize(tags, "application/cbor")).isEqualTo(tooDeep);
    assertThat(sanitize(nested(400), "application/x-protobuf")).isEqualTo(tooDeep);
  }

  @Test
  void lengthsBeyondAllBoundsAreDamage() {
    List<byte[]> bodies =
        List.of(
            bytes(0x9b, 0x80, 0, 0, 0, 0, 0, 0, 0, 1),
            bytes(0x7b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1),
            bytes(0x5b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1));
    for (byte[] body : bodies) {
      assertThat(sanitize(body, "application/cbor")).isInstanceOf(Verdict.Pass.class);
    }
    byte[] proto = bytes(0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 1);
    assertThat(sanitize(proto, "application/x-protobuf")).isInstanceOf(Verdict.Pass.class);
    byte[] frame = bytes(0, 0xff, 0xff, 0xff, 0xff, 1, 2);
    assertThat(sanitize(frame, "application/grpc")).isInstanceOf(Verdict.Pass.class);
  }

  @Test
  void aValueThatAWalkerPassedOnIsCaughtByTheSecondLook() throws IOException {
    byte[] clean = cbor("shipped");
    byte[] spoiled = cbor("other.person@corp-mail.io");
    Engine broken =
        engine.withFault(
            x ->
                new dev.sluice.model.Exchange(
                    x.id(),
                    x.ts(),
                    x.env(),
                    x.service(),
                    x.direction(),
                    x.protocol(),
                    x.durationMicros(),
                    x.request(),
                    java.util.Optional.of(response(spoiled, "application/cbor")),
                    x.trace(),
                    x.tags()));

    Verdict verdict = broken.sanitize(capture(clean, "application/cbor"));

    assertThat(verdict).isEqualTo(new Verdict.Quarantine(QuarantineReason.RESIDUAL_FINDING));
  }

  private static void assertSound(Verdict verdict, int round) {
    if (verdict instanceof Verdict.Quarantine quarantine) {
      assertThat(quarantine.reason())
          .as("round %s", round)
          .isNotIn(QuarantineReason.INTERNAL_ERROR, QuarantineReason.OUTPUT_INVALID);
    } else if (verdict instanceof Verdict.Pass pass) {
      byte[] after = pass.exchange().exchange().response().orElseThrow().body().bytes();
      assertThat(new String(after, StandardCharsets.ISO_8859_1).contains(SECRET))
          .as("leak in round %s", round)
          .isFalse();
    }
  }

  /** A few bytes changed, removed or doubled, but none of the secret. */
  private static byte[] mutated(byte[] seed, Random random) {
    byte[] out = seed.clone();
    int secret = new String(seed, StandardCharsets.ISO_8859_1).indexOf(SECRET);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(out.length);
      if (at < secret || at >= secret + SECRET.length()) {
        out[at] = (byte) random.nextInt(256);
      }
    }
    return out;
  }

  private static byte[] document(String type) throws IOException {
    byte[] text = SECRET.getBytes(StandardCharsets.US_ASCII);
    return switch (type) {
      case "application/cbor" -> cbor(SECRET);
      case "application/msgpack" ->
          joined(bytes(0x82, 0xa1, 'a', 0x93, 1, 0xc0, 0xca, 1, 2, 3, 4, 0xa1, 'v', 0xb4), text);
      case "application/grpc" -> {
        byte[] message = document("application/x-protobuf");
        yield joined(ByteBuffer.allocate(5).putInt(1, message.length).array(), message);
      }
      default -> joined(bytes(0x08, 7, 0x12, 24, 0x12, 20), text, bytes(0x18, 1, 0x1a, 1, 'x'));
    };
  }

  private static byte[] cbor(String value) throws IOException {
    return new ObjectMapper(new CBORFactory())
        .writeValueAsBytes(Map.of("list", List.of(1, 2.5, true, "x"), "v", value));
  }

  private static byte[] nested(int depth) {
    byte[] message = bytes(0x08, 1);
    for (int i = 0; i < depth; i++) {
      int size = message.length;
      byte[] head = size < 128 ? bytes(0x0a, size) : bytes(0x0a, size & 0x7f | 0x80, size >> 7);
      message = joined(head, message);
    }
    return message;
  }

  private Verdict sanitize(byte[] body, String type) {
    return engine.sanitize(capture(body, type));
  }

  private static dev.sluice.model.Capture capture(byte[] body, String type) {
    return Captures.capture(Captures.get("https://s.example/x"), response(body, type));
  }

  private static Response response(byte[] body, String type) {
    return new Response(200, Captures.headers("Content-Type", type), Body.of(body));
  }

  private static byte[] bytes(int... values) {
    byte[] out = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      out[i] = (byte) values[i];
    }
    return out;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
