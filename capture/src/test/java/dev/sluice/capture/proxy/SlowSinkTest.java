package dev.sluice.capture.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.Direction;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlowSinkTest {
  private static final String BIG =
      "HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n" + "x".repeat(50_000);
  private static final int REQUESTS = 100;

  @Test
  void a_sink_that_stands_still_never_holds_up_traffic_and_what_it_misses_is_counted()
      throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (RawUpstream upstream = RawUpstream.answering(BIG)) {
      RecordingProxy proxy =
          RecordingProxy.start(config(upstream.uri(), 1 << 20), e -> awaitQuietly(release));
      get(proxy, REQUESTS);

      assertThat(proxy.pendingBytes()).isBetween(500_000L, 1L << 20);
      assertThat(proxy.stats().dropped()).isGreaterThan(REQUESTS / 2);
      release.countDown();
      proxy.close();
      assertThat(proxy.stats().seen()).isEqualTo(REQUESTS);
      assertThat(proxy.stats().recorded() + proxy.stats().dropped()).isEqualTo(REQUESTS);
      assertThat(proxy.stats().recorded()).isGreaterThan(5);
      assertThat(proxy.pendingBytes()).isZero();
    }
  }

  @Test
  void a_sink_that_fails_costs_the_record_only() throws Exception {
    try (RawUpstream upstream = RawUpstream.answering(BIG)) {
      RecordingProxy proxy =
          RecordingProxy.start(
              config(upstream.uri(), 64 << 20),
              e -> {
                throw new IllegalStateException("full");
              });
      get(proxy, 10);
      proxy.close();
      assertThat(proxy.stats().dropped()).isEqualTo(10);
      assertThat(proxy.stats().recorded()).isZero();
    }
  }

  private static void get(RecordingProxy proxy, int times) throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    URI url = URI.create("http://127.0.0.1:" + proxy.port() + "/");
    for (int i = 0; i < times; i++) {
      var answer = client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray());
      assertThat(answer.body()).hasSize(50_000);
    }
  }

  private static ProxyConfig config(URI target, long pending) {
    return new ProxyConfig(
        "127.0.0.1", 0, target, "test", "shop", Direction.OUTBOUND, 1 << 20, pending);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
