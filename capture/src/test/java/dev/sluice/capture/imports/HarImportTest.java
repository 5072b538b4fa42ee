package dev.sluice.capture.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarImportTest {
  private static final String REQUEST =
      "\"request\":{\"method\":\"GET\",\"url\":\"https://shop.example/%s\"}";

  @TempDir Path folder;

  @Test
  void an_entry_is_rebuilt_from_url_headers_and_text_alone() {
    Imported har =
        read(
            """
            {"startedDateTime":"2026-11-22T13:00:00.5+01:00","time":12.345,
             "timings":{"send":1,"wait":10,"receive":1},"serverIPAddress":"10.0.0.1",
             "request":{"method":"POST","url":"https://shop.example/a?q=1","httpVersion":"h2",
              "headers":[{"name":":authority","value":"shop.example"},{"name":"cookie","value":"s=1"},
                         {"name":"content-type","value":"application/x-www-form-urlencoded"}],
              "cookies":[{"name":"s","value":"COPY"}],"queryString":[{"name":"q","value":"COPY"}],
              "postData":{"mimeType":"application/x-www-form-urlencoded","text":"a=b",
               "params":[{"name":"a","value":"COPY"}]}},
             "response":{"status":200,"httpVersion":"h2","headers":[{"name":"set-cookie",
               "value":"a=1\\nb=2"}],"cookies":[{"name":"a","value":"COPY"}],
               "content":{"size":2,"mimeType":"application/json","text":"{}"}}}
            """);
    Exchange e = har.only().raw();
    assertThat(e.ts()).isEqualTo("2026-11-22T12:00:00.500Z");
    assertThat(e.durationMicros()).hasValue(12345);
    assertThat(e.protocol()).isEqualTo("HTTP/2");
    assertThat(e.service()).isEqualTo("shop-example");
    assertThat(e.request().headers())
        .containsExactly(
            new Header("cookie", "s=1"),
            new Header("content-type", "application/x-www-form-urlencoded"));
    assertThat(e.request().body().bytes()).isEqualTo("a=b".getBytes(UTF_8));
    assertThat(har.response(0).headers())
        .containsExactly(
            new Header("set-cookie", "a=1"),
            new Header("set-cookie", "b=2"),
            new Header("Content-Type", "application/json"));
    assertThat(e.tags()).isEmpty();
    assertThat(har.fidelity()).containsExactly("tool-metadata-dropped");
  }

  @Test
  void a_decoded_body_loses_its_content_coding_and_gets_its_own_length() {
    Imported har =
        read(
            entry(
                "gz",
                "{\"status\":200,\"headers\":[{\"name\":\"Content-Encoding\",\"value\":\"gzip\"},"
                    + "{\"name\":\"Content-Length\",\"value\":\"999\"}],"
                    + "\"content\":{\"text\":\"aGVsbG8=\",\"encoding\":\"base64\"}}"));
    assertThat(har.response(0).headers()).containsExactly(new Header("Content-Length", "5"));
    assertThat(har.response(0).body().bytes()).isEqualTo("hello".getBytes(UTF_8));
    assertThat(har.fidelity()).contains("body-decoded", "content-length-adjusted");
  }

  @Test
  void a_body_that_is_still_coded_keeps_its_headers() {
    Imported har =
        read(
            entry(
                "gz",
                "{\"status\":200,\"headers\":[{\"name\":\"Content-Encoding\",\"value\":\"gzip\"}],"
                    + "\"content\":{\"text\":\"H4sIAAAA\",\"encoding\":\"base64\"}}"));
    assertThat(har.response(0).headers()).containsExactly(new Header("Content-Encoding", "gzip"));
    assertThat(har.fidelity()).doesNotContain("body-decoded");
  }

  @Test
  void a_request_without_an_answer_has_no_response() {
    Imported har =
        read(
            entry("cancelled", "{\"status\":0,\"headers\":[],\"content\":{}}"),
            entry("failed", "{\"status\":200,\"_error\":\"net::ERR\",\"headers\":[]}"),
            entry("none", "null"));
    assertThat(har.entries()).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(har.exchange(i).response()).isEmpty();
    }
  }

  @Test
  void what_a_har_could_not_carry_is_noted() {
    Imported har =
        read(
            "{\"startedDateTime\":\"2026-11-22T12:00:00Z\",\"time\":null,\"timings\":null,"
                + REQUEST.formatted("ws")
                + ",\"_webSocketMessages\":[{\"data\":\"x\"}],"
                + "\"response\":{\"status\":200,\"content\":{\"size\":7}}}");
    assertThat(har.exchange(0).durationMicros()).isEmpty();
    assertThat(har.response(0).body().isTruncated()).isTrue();
    assertThat(har.only().fidelity())
        .containsExactly(
            "body-missing",
            "body-truncated",
            "no-latency",
            "protocol-assumed",
            "websocket-messages-dropped");
  }

  @Test
  void a_form_without_text_is_rebuilt_from_its_parameters() {
    Imported har =
        read(
            post("application/x-www-form-urlencoded", ""),
            post("multipart/form-data", ""),
            post("multipart/form-data; boundary=\\\"b1\\\"", ",\"fileName\":\"f.txt\""));
    assertThat(har.exchange(0).request().body().bytes()).isEqualTo("a+b=c%26d".getBytes(UTF_8));
    assertThat(har.exchange(1).request().headers())
        .containsExactly(
            new Header("Content-Type", "multipart/form-data; boundary=sluice-rebuilt-boundary"));
    assertThat(new String(har.exchange(2).request().body().bytes(), UTF_8))
        .isEqualTo(
            "--b1\r\nContent-Disposition: form-data; name=\"a b\"; filename=\"f.txt\"\r\n\r\n"
                + "c&d\r\n--b1--\r\n");
    assertThat(har.fidelity()).contains("body-rebuilt");
  }

  @Test
  void a_bad_entry_costs_that_entry_only() {
    Imported har =
        read(
            entry("one", "null"),
            "{\"no\":\"time\"}",
            "{bad json}",
            "17",
            "\"text, with ] and } inside\"",
            "{\"deep\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
            "{\"startedDateTime\":\"2026-11-22T12:00:00Z\",\"request\":{\"method\":\"GET\"}}",
            entry("bad64", "{\"status\":200,\"content\":{\"text\":\"*\",\"encoding\":\"base64\"}}"),
            entry("odd", "{\"status\":999,\"content\":{}}"),
            entry("last", "null"));
    assertThat(har.outline())
        .containsExactly(
            "/one",
            "missing-timestamp",
            "malformed-capture",
            "malformed-capture",
            "malformed-capture",
            "too-deep",
            "missing-field",
            "malformed-capture",
            "missing-field",
            "/last");
  }

  @Test
  void invalid_utf8_costs_that_entry_only() {
    byte[] har = har(entry("a", "null"), entry("X", "null"), entry("c", "null")).getBytes(UTF_8);
    for (int i = 0; i < har.length; i++) {
      har[i] = har[i] == 'X' ? (byte) 0xFF : har[i];
    }
    assertThat(Imported.from(folder.resolve("x.har"), har).outline())
        .containsExactly("/a", "invalid-utf8", "/c");
  }

  @Test
  void a_large_entry_is_passed_over_without_being_held() throws IOException {
    Path file = folder.resolve("large.har.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(java.nio.file.Files.newOutputStream(file))) {
      out.write(("{\"log\":{\"entries\":[" + entry("a", "null") + ",{\"x\":\"").getBytes(UTF_8));
      byte[] block = new byte[1 << 20];
      Arrays.fill(block, (byte) 'x');
      for (int i = 0; i < 50; i++) {
        out.write(block);
      }
      out.write(("\"}," + entry("c", "null") + "]}}").getBytes(UTF_8));
    }
    assertThat(Imported.from(file).outline()).containsExactly("/a", "too-large", "/c");
  }

  @Test
  void a_truncated_gzip_gives_what_was_readable_and_then_a_failure() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(har(entry("a", "null"), entry("b", "null")).getBytes(UTF_8));
    }
    byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 20);
    Imported har = Imported.from(folder.resolve("cut.har.gz"), cut);
    assertThat(har.outline()).last().isEqualTo("malformed-capture");
  }

  @Test
  void a_har_that_is_cut_off_ends_with_a_failure() {
    String whole = har(entry("a", "null"), entry("b", "null"));
    Imported har = Imported.from(folder.resolve("x.har"), whole.substring(0, whole.length() - 30));
    assertThat(har.outline()).containsExactly("/a", "malformed-capture");
  }

  @Test
  void entries_stand_anywhere_in_the_log_and_other_lists_of_that_name_do_not_count() {
    Imported har =
        Imported.from(
            folder.resolve("x.har"),
            "\ufeff{\"entries\":[1],\"log\":{\"pages\":[{\"entries\":[2]}],\"x\":\"entries\",\"entries\" :\n["
                + entry("a", "null")
                + "]}}");
    assertThat(har.outline()).containsExactly("/a");
  }

  private static String post(String type, String more) {
    return "{\"startedDateTime\":\"2026-11-22T12:00:00Z\",\"request\":{\"method\":\"POST\","
        + "\"url\":\"https://shop.example/p\",\"postData\":{\"mimeType\":\""
        + type
        + "\","
        + "\"params\":[{\"name\":\"a b\",\"value\":\"c&d\""
        + more
        + "}]}}}";
  }

  private static String entry(String path, String response) {
    return "{\"startedDateTime\":\"2026-11-22T12:00:00Z\",\"time\":1,"
        + REQUEST.formatted(path)
        + ",\"response\":"
        + response
        + "}";
  }

  private static String har(String... entries) {
    return "{\"log\":{\"version\":\"1.2\",\"entries\":[" + String.join(",\n", entries) + "]}}";
  }

  private Imported read(String... entries) {
    return Imported.from(folder.resolve("x.har"), har(entries));
  }
}
