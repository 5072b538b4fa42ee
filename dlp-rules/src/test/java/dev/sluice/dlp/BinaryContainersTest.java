package dev.sluice.dlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import dev.sluice.model.Body;
import dev.sluice.model.Response;
import dev.sluice.model.SanitizedExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ImmutableValue;

/** MessagePack and CBOR give what plain JSON gives, read by libraries that know them. */
class BinaryContainersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());

  private final Engine engine = Captures.engine();

  @ParameterizedTest
  @ValueSource(
      strings = {"application/msgpack", "application/x-msgpack", "application/vnd.msgpack"})
  void messagePackIsRewrittenLikeJson(String type) throws IOException {
    byte[] after = sanitized(packed(Planted.document()), type);

    assertThat(unpacked(after).equals(expected())).isTrue();
    assertNoLeak(after);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/cbor", "application/problem+cbor"})
  void cborIsRewrittenLikeJson(String type) throws IOException {
    byte[] after = sanitized(CBOR.writeValueAsBytes(Planted.document()), type);

    assertThat(json(CBOR.readTree(after)).equals(expected())).isTrue();
    assertNoLeak(after);
  }

  @Test
  void aMemberThatNamesWhatAnotherHoldsCountsAsItsName() throws IOException {
    Map<String, Object> pair = new java.util.LinkedHashMap<>();
    pair.put("name", "last_name");
    pair.put("required", true);
    pair.put("value", "Fontaine");
    Map<String, Object> document = Map.of("params", List.of(pair, Map.of("value", "shipped")));

    byte[] packed = sanitized(packed(document), "application/msgpack");
    byte[] cbor = sanitized(CBOR.writeValueAsBytes(document), "application/cbor");

    for (byte[] after : List.of(packed, cbor)) {
      String text = new String(after, StandardCharsets.ISO_8859_1);
      assertThat(text.contains("Fontaine")).isFalse();
      assertThat(text).contains("last_name", "shipped");
    }
  }

  @Test
  void numbersAndBytesWithoutFindingsAreCopiedVerbatim() throws IOException {
    Map<String, Object> harmless =
        Map.of(
            "a", 1, "b", -7, "c", 1.5, "d", List.of(true, "x"), "e", new byte[] {0, 1, (byte) 255});

    byte[] cbor = CBOR.writeValueAsBytes(harmless);
    byte[] packed = packed(Map.of("a", 1, "b", 0.5, "d", List.of(true, "blue")));

    assertThat(sanitized(cbor, "application/cbor")).isEqualTo(cbor);
    assertThat(sanitized(packed, "application/msgpack")).isEqualTo(packed);
  }

  @Test
  void chunkedTextsOfCborAreReadAsOne() throws IOException {
    byte[] head = {(byte) 0xbf, 0x61, 'v', 0x7f, 0x68};
    byte[] first = "jane.roe".getBytes(StandardCharsets.US_ASCII);
    byte[] second = "@corp-mail.io".getBytes(StandardCharsets.US_ASCII);
    byte[] body =
        joined(head, first, new byte[] {0x6d}, second, new byte[] {(byte) 0xff, (byte) 0xff});

    byte[] after = sanitized(body, "application/cbor");

    assertThat(CBOR.readTree(after).get("v").asText()).contains("@").doesNotContain("corp-mail");
    assertNoLeak(after);
  }

  @Test
  void cborInsideByteStringsIsReadToo() throws IOException {
    byte[] inner = CBOR.writeValueAsBytes(Map.of("email", "jane.roe@corp-mail.io"));
    byte[] body = joined(new byte[] {(byte) 0xd8, 24, 0x58, (byte) inner.length}, inner);

    byte[] after = sanitized(body, "application/cbor");

    JsonNode read = CBOR.readTree(CBOR.readTree(after).binaryValue());
    assertThat(read.get("email").asText()).contains("@").doesNotContain("corp-mail");
  }

  @Test
  void keysThatAreFindingsAreReplacedAndStayApart() throws IOException {
    Map<String, Object> map = Map.of("jane.roe@corp-mail.io", 1, "john.doe@corp-mail.io", 2);

    byte[] after = sanitized(packed(map), "application/msgpack");

    Map<String, Object> read = JSON.convertValue(unpacked(after), new TypeReference<>() {});
    assertThat(read).hasSize(2).containsValues(1, 2);
    assertThat(new String(after, StandardCharsets.ISO_8859_1)).doesNotContain("corp-mail");
  }

  @Test
  void numbersStayNumbers() throws IOException {
    Map<String, Object> map = Map.of("card_number", 4539578763621486L, "n", 5);

    JsonNode packed = unpacked(sanitized(packed(map), "application/msgpack"));
    JsonNode cbor = CBOR.readTree(sanitized(CBOR.writeValueAsBytes(map), "application/cbor"));

    for (JsonNode read : List.of(packed, cbor)) {
      assertThat(read.get("card_number").isIntegralNumber()).isTrue();
      assertThat(read.get("card_number").asLong() == 4539578763621486L).isFalse();
      assertThat(read.get("n").asInt()).isEqualTo(5);
    }
  }

  @Test
  void extensionsAndTimestampsSurvive() throws IOException {
    try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
      packer.packMapHeader(2);
      packer.packString("at").packTimestamp(1_763_812_345_123L);
      packer
          .packString("blob")
          .packExtensionTypeHeader((byte) 5, 3)
          .writePayload(new byte[] {1, 2, 3});
      byte[] body = packer.toByteArray();

      assertThat(sanitized(body, "application/msgpack")).isEqualTo(body);
    }
  }

  @Test
  void damagedDocumentsGiveWayToAPlaceholder() {
    byte[] damaged = {(byte) 0xdf, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 1};

    SanitizedExchange passed = pass(damaged, "application/msgpack");

    assertThat(passed.notes()).contains("response.body:placeholder");
    assertThat(body(passed)).isEmpty();
  }

  @Test
  void whatStoodInADamagedDocumentIsNoFinding() throws IOException {
    byte[] whole = packed(List.of("jane.roe@corp-mail.io", "x"));

    SanitizedExchange passed = pass(Arrays.copyOf(whole, whole.length - 1), "application/msgpack");

    assertThat(passed.findings()).noneMatch(f -> f.location().startsWith("response.body"));
    assertThat(body(passed)).isEmpty();
  }

  private JsonNode expected() throws IOException {
    byte[] json = JSON.writeValueAsBytes(Planted.document());
    return JSON.readTree(sanitized(json, "application/json"));
  }

  private static void assertNoLeak(byte[] bytes) {
    assertThat(Planted.leaksIn(new String(bytes, StandardCharsets.UTF_8))).isZero();
  }

  private byte[] sanitized(byte[] body, String type) {
    return body(pass(body, type));
  }

  private SanitizedExchange pass(byte[] body, String type) {
    Response response = new Response(200, Captures.headers("Content-Type", type), Body.of(body));
    return Captures.pass(engine, Captures.capture(Captures.get("https://s.example/x"), response));
  }

  private static byte[] body(SanitizedExchange passed) {
    return passed.exchange().response().orElseThrow().body().bytes();
  }

  private static byte[] packed(Object value) throws IOException {
    try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
      pack(packer, value);
      return packer.toByteArray();
    }
  }

  private static void pack(MessageBufferPacker out, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      out.packMapHeader(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        pack(out, entry.getKey());
        pack(out, entry.getValue());
      }
    } else if (value instanceof List<?> list) {
      out.packArrayHeader(list.size());
      for (Object item : list) {
        pack(out, item);
      }
    } else if (value instanceof Double number) {
      out.packDouble(number);
    } else if (value instanceof Number number) {
      out.packLong(number.longValue());
    } else if (value instanceof Boolean flag) {
      out.packBoolean(flag);
    } else {
      out.packString(value.toString());
    }
  }

  private static JsonNode unpacked(byte[] bytes) throws IOException {
    try (MessageUnpacker in = MessagePack.newDefaultUnpacker(bytes)) {
      ImmutableValue value = in.unpackValue();
      assertThat(in.hasNext()).isFalse();
      return JSON.readTree(value.toJson());
    }
  }

  private static JsonNode json(JsonNode node) throws IOException {
    return JSON.readTree(JSON.writeValueAsBytes(node));
  }

  private static byte[] joined(byte[]... parts) {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
