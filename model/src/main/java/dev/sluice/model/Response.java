package dev.sluice.model;

import java.util.List;

/**
 * A response as it came over the wire. {@code status} is 100 to 599, or 0 where the capturing
 * format cannot carry it. May be raw: prints its size, not its content.
 */
public record Response(int status, List<Header> headers, Body body, List<Header> trailers) {
  public Response {
    headers = List.copyOf(headers);
    trailers = List.copyOf(trailers);
  }

  public Response(int status, List<Header> headers, Body body) {
    this(status, headers, body, List.of());
  }

  @Override
  public String toString() {
    return "[response, " + headers.size() + " headers, " + body.size() + " body bytes]";
  }
}
