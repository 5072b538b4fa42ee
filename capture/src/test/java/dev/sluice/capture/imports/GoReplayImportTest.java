package dev.sluice.capture.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.Body;
import dev.sluice.model.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoReplayImportTest {
  private static final String END = "\n\ud83d\udc35\ud83d\ude48\ud83d\ude49\n";
  private static final long TS = 1_700_000_000_123_456_789L;
  private static final String GET = "GET /a?b=1 HTTP/1.1\r\nHost: shop.example:8080\r\n\r\n";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  @TempDir Path folder;

  @Test
  void halves_are_paired_and_the_id_which_holds_addresses_is_left_out() {
    Imported gor =
        read(
            "1 1f902a0a0000017f " + TS + " 0",
            GET,
            "2 1f902a0a0000017f " + (TS + 5_000_000) + " 2000000",
            OK);
    var e = gor.only().raw();
    assertThat(gor.format()).isEqualTo("goreplay");
    assertThat(e.id()).isEmpty();
    assertThat(e.ts()).isEqualTo("2023-11-14T22:13:20.123456Z");
    assertThat(e.request().url()).isEqualTo("http://shop.example:8080/a?b=1");
    assertThat(e.service()).isEqualTo("shop-example");
    assertThat(e.durationMicros()).hasValue(7000);
    assertThat(gor.response(0).status()).isEqualTo(200);
    assertThat(gor.response(0).body()).isEqualTo(Body.ofText("ok"));
  }

  @Test
  void equal_times_mean_that_the_duration_is_the_round_trip() {
    Imported gor = read("1 aa " + TS, GET, "2 aa " + TS + " 31000000", OK);
    assertThat(gor.only().raw().durationMicros()).hasValue(31_000);
  }

  @Test
  void halves_out_of_order_and_interleaved_find_each_other() {
    Imported gor =
        read(
            "2 bb " + TS + " 1000",
            OK,
            "1 aa " + TS + " 0",
            GET.replace("/a", "/first"),
            "1 bb " + TS + " 0",
            GET.replace("/a", "/second"),
            "2 aa " + TS + " 1000",
            OK);
    assertThat(gor.outline()).containsExactly("/second?b=1", "/first?b=1");
    assertThat(gor.exchange(0).response()).isPresent();
    assertThat(gor.exchange(1).response()).isPresent();
  }

  @Test
  void a_request_alone_has_no_response_and_a_response_alone_is_refused() {
    Imported gor = read("1 aa " + TS, GET, "2 cc " + TS + " 1", OK);
    assertThat(gor.outline()).containsExactly("/a?b=1", "missing-field");
    assertThat(gor.exchange(0).response()).isEmpty();
    assertThat(gor.fidelity()).containsExactly("no-latency");
  }

  @Test
  void responses_of_a_replay_are_left_out_and_noted() {
    Imported gor = read("1 aa " + TS, GET, "3 aa " + TS + " 1", OK);
    assertThat(gor.only().fidelity()).contains("replayed-responses-dropped");
  }

  @Test
  void chunks_are_joined_and_trailers_kept() {
    String chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "5;x=y\r\nhello\r\n6\r\n world\r\n0\r\nX-Sum: 1\r\n\r\n";
    Imported gor = read("1 aa " + TS, GET, "2 aa " + TS + " 1", chunked);
    assertThat(gor.response(0).body()).isEqualTo(Body.ofText("hello world"));
    assertThat(gor.response(0).trailers()).containsExactly(new Header("X-Sum", "1"));
  }

  @Test
  void a_body_shorter_than_stated_is_marked_truncated() {
    Imported gor =
        read(
            "1 aa " + TS,
            GET,
            "2 aa " + TS + " 1",
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok",
            "1 bb " + TS,
            GET,
            "2 bb " + TS + " 1",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel");
    assertThat(gor.response(0).body()).isEqualTo(Body.truncated("ok".getBytes(UTF_8)));
    assertThat(gor.response(1).body()).isEqualTo(Body.truncated("hel".getBytes(UTF_8)));
    assertThat(gor.fidelity()).contains("body-truncated");
  }

  @Test
  void a_bad_record_costs_that_record_only() {
    Imported gor =
        read(
            "1 aa " + TS,
            GET,
            "9 zz what",
            "is this",
            "1 bb " + TS,
            "nonsense",
            "1 cc 99999999999999999999",
            GET,
            "1 dd " + TS,
            "GET /d HTTP/1.1\r\nno colon here\r\n\r\n",
            "1 ee " + TS,
            GET.replace("/a", "/e"));
    assertThat(gor.outline())
        .containsExactlyInAnyOrder(
            "/a?b=1",
            "malformed-capture",
            "malformed-capture",
            "malformed-capture",
            "malformed-capture",
            "/e?b=1");
  }

  @Test
  void gzip_and_a_missing_last_separator_are_no_hindrance() throws IOException {
    String text = "1 aa " + TS + "\n" + GET + END + "1 bb " + TS + "\n" + GET.replace("/a", "/z");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    assertThat(Imported.from(folder.resolve("requests_0"), bytes.toByteArray()).outline())
        .containsExactly("/a?b=1", "/z?b=1");
  }

  @Test
  void a_request_without_host_gets_a_host_that_cannot_exist() {
    Imported gor = read("1 aa " + TS, "GET /a HTTP/1.0\r\n\r\n");
    assertThat(gor.exchange(0).request().url()).isEqualTo("http://unknown.invalid/a");
    assertThat(gor.exchange(0).protocol()).isEqualTo("HTTP/1.0");
    assertThat(gor.fidelity()).contains("host-assumed");
  }

  private Imported read(String... metaAndHttp) {
    StringBuilder gor = new StringBuilder();
    for (int i = 0; i < metaAndHttp.length; i += 2) {
      gor.append(metaAndHttp[i]).append('\n').append(metaAndHttp[i + 1]).append(END);
    }
    return Imported.from(folder.resolve("requests_0.gor"), gor.toString());
  }
}
