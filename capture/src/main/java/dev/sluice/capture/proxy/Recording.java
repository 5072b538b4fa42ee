package dev.sluice.capture.proxy;

import dev.sluice.capture.internal.TraceParent;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import dev.sluice.model.Request;
import dev.sluice.model.Response;
import dev.sluice.model.Trace;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What is noted of one exchange while it passes. Confined to one event loop. */
final class Recording {
  private static final int OVERHEAD = 1024;

  private final ProxyConfig config;
  private final SinkQueue queue;
  private final Holding holding;
  private final BodyTap requestBody;
  private final BodyTap responseBody;
  private final Instant ts = Instant.now().truncatedTo(ChronoUnit.MICROS);
  private final long started = System.nanoTime();
  private final HttpServerRequest request;
  private final String url;
  private @Nullable HttpClientResponse response;
  private boolean requestComplete;
  private boolean responseComplete;
  private boolean finished;

  Recording(
      ProxyConfig config,
      SinkQueue queue,
      MemoryBudget budget,
      HttpServerRequest request,
      String url) {
    this.config = config;
    this.queue = queue;
    this.holding = new Holding(budget);
    this.requestBody = new BodyTap(config.maxBodyBytes(), holding);
    this.responseBody = new BodyTap(config.maxBodyBytes(), holding);
    this.request = request;
    this.url = ForwardedHeaders.text(url);
  }

  void requestBytes(Buffer passing) {
    requestBody.add(passing);
  }

  void requestEnd() {
    requestComplete = true;
  }

  void response(HttpClientResponse head) {
    response = head;
  }

  void responseBytes(Buffer passing) {
    responseBody.add(passing);
  }

  void responseEnd() {
    responseComplete = true;
  }

  /** Hands over what was noted; only the first call counts. */
  void finish() {
    if (finished) {
      return;
    }
    finished = true;
    if (holding.isLost()) {
      queue.drop();
      return;
    }
    Exchange exchange = exchange();
    if (holding.take(OVERHEAD + headBytes(exchange))) {
      queue.offer(exchange, holding);
    } else {
      queue.drop();
    }
  }

  private Exchange exchange() {
    List<Header> headers = ForwardedHeaders.recorded(request.headers());
    return new Exchange(
        Ulid.of(ts),
        ts,
        config.env(),
        config.service(),
        config.direction(),
        request.version() == HttpVersion.HTTP_1_0 ? "HTTP/1.0" : "HTTP/1.1",
        OptionalLong.of(Math.max(0, (System.nanoTime() - started) / 1000)),
        new Request(request.method().name(), url, headers, requestBody.body(requestComplete)),
        response(),
        trace(headers),
        Map.of());
  }

  private Optional<Response> response() {
    if (response == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Response(
            response.statusCode(),
            ForwardedHeaders.recorded(response.headers()),
            responseBody.body(responseComplete),
            responseComplete ? ForwardedHeaders.recorded(response.trailers()) : List.of()));
  }

  private static Trace trace(List<Header> headers) {
    return headers.stream()
        .filter(h -> h.is("traceparent"))
        .findFirst()
        .map(h -> TraceParent.parse(h.value()))
        .orElse(Trace.NONE);
  }

  private static long headBytes(Exchange exchange) {
    long bodies =
        exchange.request().body().size() + exchange.response().map(r -> r.body().size()).orElse(0);
    return exchange.contentBytes() - bodies;
  }
}
