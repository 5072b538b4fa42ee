package dev.sluice.capture.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import dev.sluice.model.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ForwardingTest {
  private HttpServer upstream;

  @BeforeEach
  void startUpstream() throws IOException {
    upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    upstream.setExecutor(Executors.newCachedThreadPool());
    upstream.start();
  }

  @AfterEach
  void stopUpstream() {
    upstream.stop(0);
  }

  @Test
  void a_chunked_upload_and_a_chunked_answer_pass_whole_and_are_recorded() throws Exception {
    upstream.createContext(
        "/echo",
        http -> {
          byte[] sent = http.getRequestBody().readAllBytes();
          http.sendResponseHeaders(200, 0);
          http.getResponseBody().write(sent);
          http.close();
        });
    try (Recorded recorded = new Recorded(target())) {
      byte[] body = "{\"items\":[1,2,3]}".repeat(500).getBytes(UTF_8);
      HttpResponse<byte[]> answer =
          recorded.send(
              recorded
                  .to("/echo?a=1&b=%20")
                  .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                  .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                  .build());
      Exchange exchange = recorded.next();

      assertThat(answer.body()).isEqualTo(body);
      assertThat(exchange.id()).matches("[0-7][0-9A-HJKMNP-TV-Z]{25}");
      assertThat(exchange.service()).isEqualTo("shop");
      assertThat(exchange.durationMicros().orElseThrow()).isPositive();
      assertThat(exchange.request().url()).isEqualTo(target() + "/echo?a=1&b=%20");
      assertThat(exchange.request().body().bytes()).isEqualTo(body);
      assertThat(exchange.request().body().isTruncated()).isFalse();
      assertThat(response(exchange).body().bytes()).isEqualTo(body);
      assertThat(response(exchange).headers()).anyMatch(h -> h.is("transfer-encoding"));
      assertThat(exchange.trace().spanId()).contains("b7ad6b7169203331");
    }
  }

  @Test
  void gzip_passes_untouched_byte_for_byte() throws Exception {
    byte[] zipped = gzip("hello ".repeat(1000));
    upstream.createContext(
        "/z",
        http -> {
          http.getResponseHeaders().set("Content-Encoding", "gzip");
          http.sendResponseHeaders(200, zipped.length);
          http.getResponseBody().write(zipped);
          http.close();
        });
    try (Recorded recorded = new Recorded(target())) {
      HttpResponse<byte[]> answer =
          recorded.send(recorded.to("/z").header("Accept-Encoding", "gzip").build());
      Response response = response(recorded.next());

      assertThat(answer.body()).isEqualTo(zipped);
      assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
      assertThat(response.body().bytes()).isEqualTo(zipped);
      assertThat(response.headers()).anyMatch(h -> h.is("content-encoding"));
    }
  }

  @Test
  void the_first_event_of_a_stream_arrives_while_the_stream_is_open() throws Exception {
    CountDownLatch firstSeen = new CountDownLatch(1);
    upstream.createContext(
        "/events",
        http -> {
          http.getResponseHeaders().set("Content-Type", "text/event-stream");
          http.sendResponseHeaders(200, 0);
          http.getResponseBody().write("data: one\n\n".getBytes(UTF_8));
          http.getResponseBody().flush();
          await(firstSeen);
          http.getResponseBody().write("data: two\n\n".getBytes(UTF_8));
          http.close();
        });
    try (Recorded recorded = new Recorded(target())) {
      HttpResponse<InputStream> answer =
          recorded.client.send(
              recorded.to("/events").build(), HttpResponse.BodyHandlers.ofInputStream());
      assertThat(new String(answer.body().readNBytes(11), UTF_8)).isEqualTo("data: one\n\n");
      assertThat(recorded.exchanges).isEmpty();
      firstSeen.countDown();
      assertThat(new String(answer.body().readAllBytes(), UTF_8)).isEqualTo("data: two\n\n");
      assertThat(response(recorded.next()).body().bytes())
          .isEqualTo("data: one\n\ndata: two\n\n".getBytes(UTF_8));
    }
  }

  @Test
  void the_head_of_a_stream_arrives_before_its_first_event() throws Exception {
    CountDownLatch headSeen = new CountDownLatch(1);
    upstream.createContext(
        "/silent",
        http -> {
          http.sendResponseHeaders(200, 0);
          http.getResponseBody().flush();
          await(headSeen);
          http.close();
        });
    try (Recorded recorded = new Recorded(target());
        Socket client = new Socket("127.0.0.1", recorded.proxy.port())) {
      client.setSoTimeout(10_000);
      client.getOutputStream().write(RawUpstream.latin1("GET /silent HTTP/1.1\r\nHost: x\r\n\r\n"));
      assertThat(RawUpstream.readHead(client.getInputStream())).startsWith("HTTP/1.1 200");
      headSeen.countDown();
      assertThat(response(recorded.next()).body().isEmpty()).isTrue();
    }
  }

  @Test
  void a_big_body_is_whole_to_both_ends_and_truncated_in_the_record() throws Exception {
    byte[] big = new byte[5 << 20];
    new Random(1).nextBytes(big);
    upstream.createContext(
        "/big",
        http -> {
          byte[] sent = http.getRequestBody().readAllBytes();
          http.sendResponseHeaders(200, sent.length);
          http.getResponseBody().write(sent);
          http.close();
        });
    try (Recorded recorded = new Recorded(target())) {
      HttpResponse<byte[]> answer =
          recorded.send(recorded.to("/big").POST(BodyPublishers.ofByteArray(big)).build());
      Exchange exchange = recorded.next();

      assertThat(answer.body()).isEqualTo(big);
      assertThat(exchange.request().body().isTruncated()).isTrue();
      assertThat(exchange.request().body().size()).isEqualTo(Recorded.BODY_LIMIT);
      assertThat(response(exchange).body().isTruncated()).isTrue();
      assertThat(response(exchange).body().size()).isEqualTo(Recorded.BODY_LIMIT);
      assertThat(recorded.proxy.stats().responseBytes()).isEqualTo(big.length);
      assertThat(recorded.proxy.stats().requestBytes()).isEqualTo(big.length);
    }
  }

  @Test
  void a_dead_target_gives_502_and_an_exchange_without_response() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (Recorded recorded = new Recorded(URI.create("http://127.0.0.1:" + port))) {
      for (int i = 0; i < 3; i++) {
        HttpResponse<byte[]> answer =
            recorded.send(
                recorded.to("/x").POST(BodyPublishers.ofByteArray(new byte[200_000])).build());
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(recorded.next().response()).isEmpty();
      }
    }
  }

  @Test
  void a_target_that_breaks_off_breaks_off_the_client_and_leaves_a_truncated_record()
      throws Exception {
    RawUpstream.Answer half =
        (head, socket, out) -> {
          out.write(RawUpstream.latin1("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"));
          out.flush();
          socket.close();
        };
    try (RawUpstream breaking = new RawUpstream(half);
        Recorded recorded = new Recorded(breaking.uri())) {
      assertThatThrownBy(() -> recorded.send(recorded.to("/").build()))
          .isInstanceOf(IOException.class);
      Response response = response(recorded.next());
      assertThat(response.body().isTruncated()).isTrue();
      assertThat(response.body().bytes()).isEqualTo("half".getBytes(UTF_8));
    }
  }

  @Test
  void a_client_that_leaves_is_recorded_with_what_it_got() throws Exception {
    CountDownLatch left = new CountDownLatch(1);
    upstream.createContext(
        "/slow",
        http -> {
          http.sendResponseHeaders(200, 0);
          http.getResponseBody().write("start".getBytes(UTF_8));
          http.getResponseBody().flush();
          await(left);
          http.close();
        });
    try (Recorded recorded = new Recorded(target())) {
      try (Socket client = new Socket("127.0.0.1", recorded.proxy.port())) {
        client.getOutputStream().write(RawUpstream.latin1("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n"));
        RawUpstream.readHead(client.getInputStream());
        client.getInputStream().readNBytes(5);
      }
      Response response = response(recorded.next());
      left.countDown();
      assertThat(response.body().isTruncated()).isTrue();
      assertThat(response.body().bytes()).isEqualTo("start".getBytes(UTF_8));
    }
  }

  @Test
  void a_head_request_and_a_304_keep_their_length_without_a_body() throws Exception {
    try (RawUpstream raw =
            RawUpstream.answering("HTTP/1.1 200 OK\r\nContent-Length: 1234\r\n\r\n");
        Recorded recorded = new Recorded(raw.uri())) {
      HttpResponse<byte[]> answer =
          recorded.send(recorded.to("/").method("HEAD", BodyPublishers.noBody()).build());
      assertThat(answer.headers().firstValue("content-length")).contains("1234");
      assertThat(response(recorded.next()).headers())
          .contains(new Header("Content-Length", "1234"));
    }
  }

  private URI target() {
    return URI.create("http://127.0.0.1:" + upstream.getAddress().getPort());
  }

  private static Response response(Exchange exchange) {
    return exchange.response().orElseThrow();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
