package dev.sluice.dlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import dev.sluice.model.Body;
import dev.sluice.model.Header;
import dev.sluice.model.Response;
import dev.sluice.model.SanitizedExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protobuf and gRPC without a schema, read back by Google's own library. */
class ProtobufTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Engine engine = Captures.engine();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-protobuf",
        "application/protobuf",
        "application/vnd.google.protobuf",
        "application/x-protobuf; messageType=\"shop.Order\""
      })
  void textsAreRewrittenAndTheLengthsAroundThemFollow(String type) throws IOException {
    byte[] after = body(pass(planted().toByteArray(), type));

    assertLikeJson(UnknownFieldSet.parseFrom(after));
    assertThat(leaks(after)).isZero();
  }

  @Test
  void aMessageWithoutFindingsIsCopiedVerbatim() {
    UnknownFieldSet set =
        message(
            Map.of(
                1, text("shipped"),
                2, varint(77),
                3, Field.newBuilder().addFixed64(Double.doubleToLongBits(52.1)).build(),
                4, bytes(new byte[] {0, 1, 2, (byte) 0xfe, 9}),
                5, Field.newBuilder().addGroup(message(Map.of(1, text("blue")))).build()));

    assertThat(body(pass(set.toByteArray(), "application/x-protobuf")))
        .isEqualTo(set.toByteArray());
  }

  @Test
  void aMessageThatCouldBeATextKeepsItsLengths() throws IOException {
    String address = "a.rather.long.name.for.a.mail@corp-mail.io";
    UnknownFieldSet inner = message(Map.of(1, text(address)));
    UnknownFieldSet outer = message(Map.of(1, submessage(inner), 2, text("x")));

    byte[] after = body(pass(outer.toByteArray(), "application/x-protobuf"));

    UnknownFieldSet read = UnknownFieldSet.parseFrom(after);
    byte[] first = read.getField(1).getLengthDelimitedList().get(0).toByteArray();
    String mail =
        UnknownFieldSet.parseFrom(first).getField(1).getLengthDelimitedList().get(0).toStringUtf8();
    assertThat(mail).contains("@").doesNotContain("corp-mail");
  }

  @Test
  void timestampsBecomeTimeReferences() {
    byte[] at = Timestamp.newBuilder().setSeconds(1_795_348_800L).setNanos(5).build().toByteArray();
    byte[] body = message(Map.of(1, text("x"), 4, bytes(at))).toByteArray();

    SanitizedExchange passed = pass(body, "application/x-protobuf");

    assertThat(body(passed)).isEqualTo(body);
    assertThat(passed.timeReferences())
        .anyMatch(
            t -> t.location().equals("response.body:$.4.1") && t.format().startsWith("epoch"));
  }

  @Test
  void messagesInARowBehindTheirLengthsAreRead() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    planted().writeDelimitedTo(out);
    message(Map.of(1, text("shipped"))).writeDelimitedTo(out);

    byte[] after =
        body(pass(out.toByteArray(), "application/vnd.google.protobuf; encoding=delimited"));

    var in = new java.io.ByteArrayInputStream(after);
    UnknownFieldSet.Builder first = UnknownFieldSet.newBuilder();
    first.mergeDelimitedFrom(in);
    UnknownFieldSet.Builder second = UnknownFieldSet.newBuilder();
    second.mergeDelimitedFrom(in);
    assertLikeJson(first.build());
    assertThat(second.build()).isEqualTo(message(Map.of(1, text("shipped"))));
    assertThat(in.available()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/grpc", "application/grpc+proto", "application/grpc-web+proto"})
  void everyFrameOfGrpcIsRewrittenWithItsLength(String type) throws IOException {
    byte[] body = joined(frame(0, planted().toByteArray()), frame(0, planted().toByteArray()));

    List<byte[]> frames = frames(body(pass(body, type)));

    assertThat(frames).hasSize(2);
    for (byte[] frame : frames) {
      assertLikeJson(UnknownFieldSet.parseFrom(frame));
    }
  }

  @Test
  void compressedFramesAreCompressedAgain() throws IOException {
    byte[] body = frame(1, gzip(planted().toByteArray()));

    byte[] after = body(pass(body, "application/grpc"));

    assertThat(after[0]).isEqualTo((byte) 1);
    byte[] message =
        new GZIPInputStream(new java.io.ByteArrayInputStream(frames(after).get(0))).readAllBytes();
    assertLikeJson(UnknownFieldSet.parseFrom(message));
  }

  @Test
  void grpcWithJsonIsJsonInFrames() throws IOException {
    byte[] json =
        "{\"v\":\"jane.roe@corp-mail.io\",\"w\":\"blue\"}".getBytes(StandardCharsets.UTF_8);

    byte[] after = frames(body(pass(frame(0, json), "application/grpc+json"))).get(0);

    assertThat(JSON.readTree(after).get("w").asText()).isEqualTo("blue");
    assertThat(leaks(after)).isZero();
  }

  @Test
  void grpcWebInTextKeepsItsBase64AndItsTrailers() throws IOException {
    byte[] trailers =
        "grpc-status:5\r\ngrpc-message:no user jane.roe%40corp-mail.io here\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] text =
        joined(
            Base64.getEncoder().encode(frame(0, planted().toByteArray())),
            Base64.getEncoder().encode(frame(0x80, trailers)));

    byte[] after = Base64.getDecoder().decode(body(pass(text, "application/grpc-web-text+proto")));

    List<byte[]> frames = frames(after);
    assertLikeJson(UnknownFieldSet.parseFrom(frames.get(0)));
    assertThat(new String(frames.get(1), StandardCharsets.US_ASCII))
        .startsWith("grpc-status:5\r\ngrpc-message:no user ")
        .endsWith(" here\r\n")
        .doesNotContain("jane");
  }

  @Test
  void metadataInBase64AndMessagesOfErrorsAreOpened() throws IOException {
    byte[] details =
        message(Map.of(1, varint(5), 2, text("no jane.roe@corp-mail.io"))).toByteArray();
    List<Header> trailers =
        Captures.headers(
            "grpc-status", "5",
            "grpc-message", "no jane.roe%40corp-mail.io, 100%25 sure",
            "grpc-status-details-bin",
                Base64.getEncoder().withoutPadding().encodeToString(details));
    Response response =
        new Response(
            200,
            Captures.headers("content-type", "application/grpc"),
            Body.of(frame(0, planted().toByteArray())),
            trailers);

    Map<String, String> after = new TreeMap<>();
    Captures.pass(engine, Captures.capture(Captures.get("https://s.example/x"), response))
        .exchange()
        .response()
        .orElseThrow()
        .trailers()
        .forEach(h -> after.put(h.name(), h.value()));

    assertThat(after.get("grpc-status")).isEqualTo("5");
    assertThat(after.get("grpc-message")).endsWith(", 100%25 sure").doesNotContain("jane");
    UnknownFieldSet read =
        UnknownFieldSet.parseFrom(Base64.getDecoder().decode(after.get("grpc-status-details-bin")));
    assertThat(read.getField(1).getVarintList()).containsExactly(5L);
    assertThat(read.getField(2).getLengthDelimitedList().get(0).toStringUtf8())
        .startsWith("no ")
        .doesNotContain("jane");
  }

  @Test
  void octetStreamsAreNeverGuessed() {
    SanitizedExchange passed = pass(planted().toByteArray(), "application/octet-stream");

    assertThat(passed.notes()).contains("response.body:placeholder");
  }

  /** Field 1: neutral values; field 2: harmless ones and numbers; field 3: a text of words. */
  private static UnknownFieldSet planted() {
    Map<Integer, Field> neutral = new TreeMap<>();
    for (int i = 0; i < Planted.SELF_EVIDENT.size(); i++) {
      neutral.put(i + 1, text(Planted.SELF_EVIDENT.get(i)));
    }
    Map<Integer, Field> plain = new TreeMap<>();
    for (int i = 0; i < Planted.HARMLESS.size(); i++) {
      plain.put(i + 1, text(Planted.HARMLESS.get(i)));
    }
    plain.put(40, varint(123_456));
    UnknownFieldSet nested = message(Map.of(7, submessage(message(neutral)), 9, varint(1)));
    return message(
        Map.of(1, submessage(nested), 2, submessage(message(plain)), 200, text("a word or two")));
  }

  private void assertLikeJson(UnknownFieldSet read) throws IOException {
    UnknownFieldSet nested = sub(read, 1);
    UnknownFieldSet neutral = sub(nested, 7);
    JsonNode expected = expected();
    for (int i = 0; i < Planted.SELF_EVIDENT.size(); i++) {
      String after = neutral.getField(i + 1).getLengthDelimitedList().get(0).toStringUtf8();
      assertThat(after.equals(expected.get(i).asText())).as("value %s", i).isTrue();
    }
    UnknownFieldSet before = planted();
    assertThat(nested.getField(9)).isEqualTo(varint(1));
    assertThat(read.getField(2)).isEqualTo(before.getField(2));
    assertThat(read.getField(200)).isEqualTo(before.getField(200));
  }

  private JsonNode expected() throws IOException {
    byte[] json = JSON.writeValueAsBytes(Planted.SELF_EVIDENT);
    return JSON.readTree(body(pass(json, "application/json")));
  }

  private static UnknownFieldSet sub(UnknownFieldSet set, int number) throws IOException {
    return UnknownFieldSet.parseFrom(set.getField(number).getLengthDelimitedList().get(0));
  }

  private static UnknownFieldSet message(Map<Integer, Field> fields) {
    UnknownFieldSet.Builder builder = UnknownFieldSet.newBuilder();
    fields.forEach(builder::addField);
    return builder.build();
  }

  private static Field text(String text) {
    return Field.newBuilder().addLengthDelimited(ByteString.copyFromUtf8(text)).build();
  }

  private static Field bytes(byte[] bytes) {
    return Field.newBuilder().addLengthDelimited(ByteString.copyFrom(bytes)).build();
  }

  private static Field submessage(UnknownFieldSet set) {
    return bytes(set.toByteArray());
  }

  private static Field varint(long value) {
    return Field.newBuilder().addVarint(value).build();
  }

  private static byte[] frame(int flags, byte[] message) {
    return ByteBuffer.allocate(5 + message.length)
        .put((byte) flags)
        .putInt(message.length)
        .put(message)
        .array();
  }

  private static List<byte[]> frames(byte[] body) {
    List<byte[]> frames = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(body);
    while (in.hasRemaining()) {
      in.get();
      byte[] frame = new byte[in.getInt()];
      in.get(frame);
      frames.add(frame);
    }
    return frames;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static long leaks(byte[] bytes) {
    return Planted.leaksIn(new String(bytes, StandardCharsets.UTF_8));
  }

  private SanitizedExchange pass(byte[] body, String type) {
    Response response = new Response(200, Captures.headers("Content-Type", type), Body.of(body));
    return Captures.pass(engine, Captures.capture(Captures.get("https://s.example/x"), response));
  }

  private static byte[] body(SanitizedExchange passed) {
    return passed.exchange().response().orElseThrow().body().bytes();
  }
}
