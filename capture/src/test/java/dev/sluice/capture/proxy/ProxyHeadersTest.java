package dev.sluice.capture.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProxyHeadersTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  @Test
  void order_duplicates_and_case_are_kept_and_hop_by_hop_headers_are_recorded_but_not_passed()
      throws Exception {
    try (RawUpstream upstream = RawUpstream.answering(OK);
        Recorded recorded = new Recorded(upstream.uri())) {
      exchange(
          recorded,
          "GET /a HTTP/1.1\r\nHost: shop.example\r\nX-B: 1\r\nx-a: 2\r\nX-B: 3\r\n"
              + "Connection: keep-alive, X-Secret-Hop\r\nX-Secret-Hop: 4\r\nKeep-Alive: 5\r\n"
              + "TE: trailers\r\nUpgrade: websocket\r\nCookie: a=b; c=d\r\n\r\n");
      Exchange exchange = recorded.next();

      assertThat(lines(upstream.heads.get(0)))
          .containsExactly(
              "GET /a HTTP/1.1",
              "Host: " + upstream.uri().getAuthority(),
              "X-B: 1",
              "x-a: 2",
              "X-B: 3",
              "Cookie: a=b; c=d");
      assertThat(exchange.request().headers())
          .containsExactly(
              new Header("Host", "shop.example"),
              new Header("X-B", "1"),
              new Header("x-a", "2"),
              new Header("X-B", "3"),
              new Header("Connection", "keep-alive, X-Secret-Hop"),
              new Header("X-Secret-Hop", "4"),
              new Header("Keep-Alive", "5"),
              new Header("TE", "trailers"),
              new Header("Upgrade", "websocket"),
              new Header("Cookie", "a=b; c=d"));
    }
  }

  @Test
  void several_cookies_and_the_hop_by_hop_headers_of_an_answer() throws Exception {
    String raw =
        "HTTP/1.1 201 Made\r\nSet-Cookie: a=1\r\nX-Z: z\r\nSet-Cookie: b=2\r\n"
            + "Keep-Alive: timeout=5\r\nContent-Length: 0\r\n\r\n";
    try (RawUpstream upstream = RawUpstream.answering(raw);
        Recorded recorded = new Recorded(upstream.uri())) {
      String head = exchange(recorded, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(lines(head))
          .containsExactly(
              "HTTP/1.1 201 Made",
              "Set-Cookie: a=1",
              "X-Z: z",
              "Set-Cookie: b=2",
              "Content-Length: 0");
      assertThat(recorded.next().response().orElseThrow().headers())
          .contains(new Header("Keep-Alive", "timeout=5"));
    }
  }

  @Test
  void one_connection_to_the_target_serves_many_requests() throws Exception {
    try (RawUpstream upstream = RawUpstream.answering(OK);
        Recorded recorded = new Recorded(upstream.uri())) {
      for (int i = 0; i < 20; i++) {
        assertThat(recorded.send(recorded.to("/" + i).build()).statusCode()).isEqualTo(200);
      }
      assertThat(upstream.connections).hasValue(1);
    }
  }

  @Test
  void a_client_that_takes_us_for_a_forward_proxy_is_served_by_the_target() throws Exception {
    try (RawUpstream upstream = RawUpstream.answering(OK);
        Recorded recorded = new Recorded(upstream.uri())) {
      exchange(recorded, "GET http://elsewhere.example/p?q=1 HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(upstream.heads.get(0)).startsWith("GET /p?q=1 HTTP/1.1\r\n");
      assertThat(recorded.next().request().url()).isEqualTo(upstream.uri() + "/p?q=1");
    }
  }

  @Test
  void utf8_in_a_header_passes_and_is_recorded_as_text() throws Exception {
    try (RawUpstream upstream = RawUpstream.answering(OK);
        Recorded recorded = new Recorded(upstream.uri())) {
      String utf8AsLatin1 = "M\u00c3\u00bcller";
      exchange(recorded, "GET / HTTP/1.1\r\nHost: x\r\nX-Name: " + utf8AsLatin1 + "\r\n\r\n");
      assertThat(upstream.heads.get(0)).contains(utf8AsLatin1);
      assertThat(recorded.next().request().headers()).contains(new Header("X-Name", "M\u00fcller"));
    }
  }

  private static String exchange(Recorded recorded, String request) throws IOException {
    try (Socket client = new Socket("127.0.0.1", recorded.proxy.port())) {
      client.getOutputStream().write(RawUpstream.latin1(request));
      return RawUpstream.readHead(client.getInputStream());
    }
  }

  private static List<String> lines(String head) {
    return head.lines().filter(l -> !l.isEmpty()).toList();
  }
}
