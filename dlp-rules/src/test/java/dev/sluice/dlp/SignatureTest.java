package dev.sluice.dlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.Body;
import dev.sluice.model.Finding;
import dev.sluice.model.Header;
import dev.sluice.model.Request;
import dev.sluice.model.SanitizedExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digests follow the rewritten body; signatures get a surrogate and are marked. */
class SignatureTest {
  private static final String HEX = "a3f1".repeat(16);
  private static final String BASE64 = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=";
  private static final byte[] BODY =
      "{\"email\":\"jane.roe@corp-mail.io\"}".getBytes(StandardCharsets.UTF_8);

  private final Engine engine = Captures.engine();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Hub-Signature-256 | sha256=" + "HEX | sha256=[0-9a-f]{64}",
        "X-Slack-Signature | v0=HEX | v0=[0-9a-f]{64}",
        "Stripe-Signature | t=1795348800,v1=HEX,v0=HEX | t=1795348800,v1=[0-9a-f]{64},v0=[0-9a-f]{64}",
        "X-Shopify-Hmac-Sha256 | BASE64 | [A-Za-z0-9+/]{43}=",
        "webhook-signature | v1,BASE64 v1,BASE64 | v1,[A-Za-z0-9+/]{43}= v1,[A-Za-z0-9+/]{43}=",
        "X-Twilio-Signature | BASE64 | [A-Za-z0-9+/]{43}="
      })
  void webhookSignaturesKeepTheirShapeAndAreMarked(String name, String value, String shape) {
    String raw = value.replace("HEX", HEX).replace("BASE64", BASE64);

    SanitizedExchange passed = pass("https://s.example/hook", Captures.headers(name, raw));

    String after = header(passed, name).orElseThrow();
    assertThat(after).matches(shape).doesNotContain(HEX).doesNotContain(BASE64);
    assertThat(marked(passed)).isNotEmpty();
    assertThat(marked(passed).get(0).location()).startsWith("request.header:");
  }

  @Test
  void awsRequestsKeepTheirScopeAndAreMarked() {
    String authorization =
        "AWS4-HMAC-SHA256 Credential=AKIA"
            + "QX7Z2M4N6P8R3T5V/20261122/us-east-1/s3/aws4_request, "
            + "SignedHeaders=host;x-amz-date, Signature="
            + HEX;

    SanitizedExchange passed =
        pass("https://b.s3.amazonaws.com/k", Captures.headers("Authorization", authorization));

    assertThat(header(passed, "Authorization").orElseThrow())
        .matches(
            "AWS4-HMAC-SHA256 Credential=AKIA[A-Z0-9]{16}/20261122/us-east-1/s3/aws4_request, "
                + "SignedHeaders=host;x-amz-date, Signature=[0-9a-f]{64}")
        .doesNotContain("QX7Z2M4N6P8R3T5V")
        .doesNotContain(HEX);
    assertThat(marked(passed)).hasSize(1);
  }

  @Test
  void presignedUrlsKeepTheirParametersAndAreMarked() {
    String url =
        "https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA"
            + "QX7Z2M4N6P8R3T5V%2F20261122%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date="
            + "20261122T120000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature="
            + HEX;

    SanitizedExchange passed = pass(url, List.of());

    assertThat(passed.exchange().request().url())
        .contains("%2F20261122%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20261122T120000Z")
        .contains("X-Amz-SignedHeaders=host&X-Amz-Signature=")
        .doesNotContain("QX7Z2M4N6P8R3T5V")
        .doesNotContain(HEX);
    assertThat(marked(passed)).hasSize(1);
  }

  @Test
  void sharedAccessSignaturesAreMarked() {
    String url =
        "https://a.blob.core.windows.net/c/b?sv=2022-11-02&se=2026-11-23&sp=r&sig=q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA%3D";

    SanitizedExchange passed = pass(url, List.of());

    assertThat(passed.exchange().request().url())
        .contains("sv=2022-11-02&se=2026-11-23&sp=r&sig=")
        .doesNotContain("q83vEjRW");
    assertThat(marked(passed)).hasSize(1);
  }

  @Test
  void digestsAreThoseOfTheRewrittenBody() throws Exception {
    SanitizedExchange passed =
        pass(
            "https://s.example/x",
            Captures.headers(
                "Content-MD5",
                base64("MD5", BODY),
                "Digest",
                "SHA-256=" + base64("SHA-256", BODY) + ",unixsum=30637",
                "Content-Digest",
                "sha-512=:" + base64("SHA-512", BODY) + ":",
                "x-amz-content-sha256",
                hex("SHA-256", BODY),
                "x-amz-checksum-crc32c",
                crc32c(BODY),
                "ETag",
                "\"" + hex("MD5", BODY) + "\"",
                "Content-Type",
                "application/json"));

    byte[] after = passed.exchange().request().body().bytes();
    assertThat(after).isNotEqualTo(BODY);
    assertThat(header(passed, "Content-MD5")).hasValue(base64("MD5", after));
    assertThat(header(passed, "Digest")).hasValue("SHA-256=" + base64("SHA-256", after));
    assertThat(header(passed, "Content-Digest"))
        .hasValue("sha-512=:" + base64("SHA-512", after) + ":");
    assertThat(header(passed, "x-amz-content-sha256")).hasValue(hex("SHA-256", after));
    assertThat(header(passed, "x-amz-checksum-crc32c")).hasValue(crc32c(after));
    assertThat(header(passed, "ETag")).hasValue("\"" + hex("MD5", after) + "\"");
  }

  @Test
  void tagsThatAreNoDigestsAndMarksOfAmazonStay() {
    SanitizedExchange passed =
        pass(
            "https://s.example/x",
            Captures.headers(
                "ETag", "W/\"5f8-18c2b1a0d3e\"", "x-amz-content-sha256", "UNSIGNED-PAYLOAD"));

    assertThat(header(passed, "ETag")).hasValue("W/\"5f8-18c2b1a0d3e\"");
    assertThat(header(passed, "x-amz-content-sha256")).hasValue("UNSIGNED-PAYLOAD");
  }

  private SanitizedExchange pass(String url, List<Header> headers) {
    Request request = new Request("POST", url, headers, Body.of(BODY));
    return Captures.pass(engine, Captures.capture(request, Captures.json("{}")));
  }

  private static List<Finding> marked(SanitizedExchange passed) {
    return passed.findings().stream().filter(f -> f.transform().equals("resign")).toList();
  }

  private static Optional<String> header(SanitizedExchange passed, String name) {
    return passed.exchange().request().headers().stream()
        .filter(h -> h.is(name))
        .findFirst()
        .map(Header::value);
  }

  private static String base64(String algorithm, byte[] bytes) throws Exception {
    return Base64.getEncoder().encodeToString(MessageDigest.getInstance(algorithm).digest(bytes));
  }

  private static String hex(String algorithm, byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
  }

  private static String crc32c(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    byte[] four = java.nio.ByteBuffer.allocate(4).putInt((int) sum.getValue()).array();
    return Base64.getEncoder().encodeToString(four);
  }
}
