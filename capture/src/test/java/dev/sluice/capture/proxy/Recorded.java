package dev.sluice.capture.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.Direction;
import dev.sluice.model.Exchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A proxy under test with its record, and a client that talks through it. */
final class Recorded implements AutoCloseable {
  static final int BODY_LIMIT = 64 << 10;

  final BlockingQueue<Exchange> exchanges = new LinkedBlockingQueue<>();
  final RecordingProxy proxy;
  final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Recorded(URI target) {
    this.proxy = RecordingProxy.start(config(target), exchanges::add);
  }

  static ProxyConfig config(URI target) {
    return new ProxyConfig(
        "127.0.0.1", 0, target, "test", "shop", Direction.INBOUND, BODY_LIMIT, 64 << 20);
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + proxy.port() + path));
  }

  HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  Exchange next() throws InterruptedException {
    Exchange exchange = exchanges.poll(20, TimeUnit.SECONDS);
    assertThat(exchange).as("a recorded exchange").isNotNull();
    return exchange;
  }

  @Override
  public void close() {
    proxy.close();
  }
}
