package dev.sluice.capture.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HostilePeersTest {
  private static final String SECRET = "hunter2-secret";

  @Test
  void an_answer_that_is_no_http_is_a_502_and_nothing_of_it_is_logged() throws Exception {
    List<String> answers =
        List.of(
            SECRET + "\r\n\r\n",
            "HTTP/9.9 " + SECRET + "\r\n\r\n",
            "HTTP/1.1 200 OK\r\n" + SECRET + "\r\n\r\n",
            "HTTP/1.1 200 OK\r\n" + SECRET + " x: y\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: " + SECRET + "\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + SECRET + "\r\n");
    String printed =
        printedBy(
            () -> {
              for (String raw : answers) {
                answeredWith(raw);
              }
            });
    assertThat(printed).doesNotContain(SECRET);
  }

  @Test
  void a_request_that_is_no_http_is_refused_and_nothing_of_it_is_logged() throws Exception {
    try (RawUpstream upstream =
            RawUpstream.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        Recorded recorded = new Recorded(upstream.uri())) {
      String printed =
          printedBy(
              () -> {
                for (String request :
                    List.of(
                        SECRET + "\r\n\r\n",
                        "GET /" + SECRET + " HTTQ/1.1\r\n\r\n",
                        "GET / HTTP/1.1\r\n" + SECRET + " : x : y\r\n : \r\n\r\n",
                        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -" + SECRET + "\r\n\r\n",
                        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + SECRET
                            + "\r\n")) {
                  send(recorded, request);
                }
              });
      assertThat(printed).doesNotContain(SECRET);
      assertThat(recorded.send(recorded.to("/alive").build()).statusCode()).isEqualTo(200);
    }
  }

  private static void answeredWith(String raw) throws Exception {
    RawUpstream.Answer answer =
        (head, socket, out) -> {
          out.write(RawUpstream.latin1(raw));
          out.flush();
          socket.shutdownOutput();
        };
    try (RawUpstream upstream = new RawUpstream(answer);
        Recorded recorded = new Recorded(upstream.uri())) {
      String reply = send(recorded, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(reply).startsWith("HTTP/1.1 ");
      assertThat(recorded.next().request().method()).isEqualTo("GET");
    }
  }

  private static String send(Recorded recorded, String request) throws Exception {
    try (Socket client = new Socket("127.0.0.1", recorded.proxy.port())) {
      client.setSoTimeout(10_000);
      client.getOutputStream().write(RawUpstream.latin1(request));
      return RawUpstream.readHead(client.getInputStream());
    }
  }

  private interface Steps {
    void run() throws Exception;
  }

  /** What reaches standard output and error; the logging of these tests goes there. */
  private static String printedBy(Steps steps) throws Exception {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(both);
      System.setErr(both);
      steps.run();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
