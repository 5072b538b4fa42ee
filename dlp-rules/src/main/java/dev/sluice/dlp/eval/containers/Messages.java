package dev.sluice.dlp.eval.containers;

import dev.sluice.model.Body;
import dev.sluice.model.Direction;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import dev.sluice.model.Request;
import dev.sluice.model.Response;
import dev.sluice.model.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Exchanges around one interesting part. */
final class Messages {
  private static final Instant AT = Instant.parse("2026-03-02T10:15:30.123456Z");

  private Messages() {}

  static Exchange post(String contentType, byte[] body, String... headers) {
    List<Header> all = headers(headers);
    all.add(0, new Header("Content-Type", contentType));
    all.add(new Header("Content-Length", Integer.toString(body.length)));
    return exchange(new Request("POST", "https://api.orchid.io/v1/orders", all, Body.of(body)));
  }

  static Exchange get(String url, String... headers) {
    return exchange(new Request("GET", url, headers(headers), Body.EMPTY));
  }

  static byte[] body(Exchange exchange) {
    return exchange.request().body().bytes();
  }

  /** The first header of that name; empty text if there is none. */
  static String header(Exchange exchange, String name) {
    return exchange.request().headers().stream()
        .filter(h -> h.is(name))
        .map(Header::value)
        .findFirst()
        .orElse("");
  }

  private static List<Header> headers(String... pairs) {
    List<Header> headers = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      headers.add(new Header(pairs[i], pairs[i + 1]));
    }
    return headers;
  }

  private static Exchange exchange(Request request) {
    Response response =
        new Response(
            200, headers("Content-Type", "application/json"), Body.ofText("{\"ok\":true}"));
    return new Exchange(
        "ev-1",
        AT,
        "test",
        "orders",
        Direction.INBOUND,
        "HTTP/1.1",
        OptionalLong.of(1200),
        request,
        Optional.of(response),
        Trace.NONE,
        Map.of());
  }
}
