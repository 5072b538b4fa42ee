package dev.sluice.capture.canonical;

import static dev.sluice.model.QuarantineReason.EMPTY_MESSAGE;
import static dev.sluice.model.QuarantineReason.INVALID_UTF8;
import static dev.sluice.model.QuarantineReason.MALFORMED_CAPTURE;
import static dev.sluice.model.QuarantineReason.MISSING_FIELD;
import static dev.sluice.model.QuarantineReason.MISSING_TIMESTAMP;
import static dev.sluice.model.QuarantineReason.TOO_DEEP;
import static dev.sluice.model.QuarantineReason.TOO_LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.capture.Decoded;
import dev.sluice.model.QuarantineReason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileMessagesTest {
  private static final String GOOD =
      """
      {"id":"x","ts":"2026-11-22T12:00:00Z","env":"prod","service":"shop","direction":"inbound",\
      "request":{"method":"GET","url":"https://shop.example/","body":"secret"},\
      "response":{"status":200,"headers":[["a","b"]]}}""";

  static Stream<Arguments> messages() {
    return Stream.of(
        of("empty", "", EMPTY_MESSAGE),
        of("blank", "  \n", MALFORMED_CAPTURE),
        of("not json", "GET / HTTP/1.1", MALFORMED_CAPTURE),
        of("cut off", GOOD.substring(0, GOOD.length() - 9), MALFORMED_CAPTURE),
        of("two objects", GOOD + GOOD, MALFORMED_CAPTURE),
        of("an array", "[" + GOOD + "]", MALFORMED_CAPTURE),
        of("duplicate field", GOOD.replace("\"env\"", "\"service\""), MALFORMED_CAPTURE),
        of("no ts", GOOD.replace("\"ts\"", "\"time\""), MISSING_TIMESTAMP),
        of("null ts", GOOD.replace("\"2026-11-22T12:00:00Z\"", "null"), MISSING_TIMESTAMP),
        of("number as ts", GOOD.replace("\"2026-11-22T12:00:00Z\"", "17"), MISSING_TIMESTAMP),
        of("bad ts", GOOD.replace("2026-11-22T", "2026-13-22T"), MISSING_TIMESTAMP),
        of("ts without zone", GOOD.replace("00Z", "00"), MISSING_TIMESTAMP),
        of("ts far away", GOOD.replace("2026-", "+999999999-"), MISSING_TIMESTAMP),
        of("no env", GOOD.replace("\"env\"", "\"e\""), MISSING_FIELD),
        of("no service", GOOD.replace("\"service\"", "\"s\""), MISSING_FIELD),
        of("no direction", GOOD.replace("\"direction\"", "\"d\""), MISSING_FIELD),
        of("bad direction", GOOD.replace("inbound", "sideways"), MISSING_FIELD),
        of("no request", GOOD.replace("\"request\"", "\"r\""), MISSING_FIELD),
        of("no url", GOOD.replace("\"url\"", "\"u\""), MISSING_FIELD),
        of("no method", GOOD.replace("\"method\"", "\"m\""), MISSING_FIELD),
        of("request of wrong type", GOOD.replace("{\"method\"", "[{\"method\""), MISSING_FIELD),
        of("status of wrong type", GOOD.replace("200", "\"200\""), MISSING_FIELD),
        of("status out of range", GOOD.replace("200", "2000"), MISSING_FIELD),
        of("status beyond long", GOOD.replace("200", "9".repeat(40)), MISSING_FIELD),
        of("header triple", GOOD.replace("\"a\",\"b\"", "\"a\",\"b\",\"c\""), MISSING_FIELD),
        of(
            "negative duration",
            GOOD.replace("{\"id\"", "{\"durationMicros\":-1,\"id\""),
            MISSING_FIELD),
        of("bad base64", withEncoding("base64"), MALFORMED_CAPTURE),
        of("unknown encoding", withEncoding("rot13"), MALFORMED_CAPTURE),
        of("endless number", GOOD.replace("200", "1".repeat(100_000)), MALFORMED_CAPTURE),
        of("lone surrogate", GOOD.replace("secret", "\\ud800"), INVALID_UTF8),
        of("deep array", "[".repeat(10_000) + "]".repeat(10_000), TOO_DEEP),
        of("deep object", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), TOO_DEEP),
        of(
            "deep unknown field",
            GOOD.replace("\"x\"", "\"x\",\"y\":" + "[".repeat(10_000) + "]".repeat(10_000)),
            TOO_DEEP),
        of(
            "deep tag",
            GOOD.replace(
                "\"x\"", "\"x\",\"tags\":{\"y\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"),
            TOO_DEEP),
        of("50 MB", GOOD.replace("secret", "x".repeat(50 << 20)), TOO_LARGE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void a_bad_message_is_refused_with_a_reason(
      String name, String message, QuarantineReason reason) {
    assertThat(reasonOf(message.getBytes(StandardCharsets.UTF_8))).isEqualTo(reason);
  }

  @Test
  void invalid_utf8_is_refused() {
    byte[] message = GOOD.getBytes(StandardCharsets.UTF_8);
    message[GOOD.indexOf("secret")] = (byte) 0xC0;
    assertThat(reasonOf(message)).isEqualTo(INVALID_UTF8);
    assertThat(reasonOf(new byte[] {(byte) 0xFF})).isEqualTo(INVALID_UTF8);
  }

  @Test
  void utf16_is_not_guessed() {
    assertThat(reasonOf(GOOD.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(MALFORMED_CAPTURE);
  }

  @Test
  void a_byte_order_mark_is_no_reason_to_refuse() {
    assertThat(CanonicalReader.decode(("\ufeff" + GOOD).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Decoded.Ok.class);
  }

  @Test
  void damaged_messages_never_throw_and_never_show_their_content() {
    Random random = new Random(20261122);
    byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 20_000; i++) {
      byte[] bad = Arrays.copyOf(good, good.length - random.nextInt(good.length));
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      assertThat(CanonicalReader.decode(bad).toString()).doesNotContain("secret", "shop.example");
    }
  }

  private static QuarantineReason reasonOf(byte[] message) {
    Decoded decoded = CanonicalReader.decode(message);
    assertThat(decoded).isInstanceOf(Decoded.Failed.class);
    return ((Decoded.Failed) decoded).reason();
  }

  private static String withEncoding(String encoding) {
    return GOOD.replace("\"secret\"", "\"s ecret\",\"bodyEncoding\":\"" + encoding + "\"");
  }

  private static Arguments of(String name, String message, QuarantineReason reason) {
    return Arguments.of(name, message, reason);
  }
}
