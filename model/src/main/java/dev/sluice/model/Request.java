package dev.sluice.model;

import java.util.List;

/**
 * A request as it went over the wire. {@code url} is absolute ({@code https://host/path?query});
 * trailers are empty unless the protocol carried them. May be raw: prints its size, not its
 * content.
 */
public record Request(
    String method, String url, List<Header> headers, Body body, List<Header> trailers) {
  public Request {
    headers = List.copyOf(headers);
    trailers = List.copyOf(trailers);
  }

  public Request(String method, String url, List<Header> headers, Body body) {
    this(method, url, headers, body, List.of());
  }

  @Override
  public String toString() {
    return "[request, " + headers.size() + " headers, " + body.size() + " body bytes]";
  }
}
