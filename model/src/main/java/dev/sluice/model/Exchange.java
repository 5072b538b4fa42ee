package dev.sluice.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One request with its response and timing: the shape that raw captures and sanitized exchanges
 * share. Says nothing about whether it is safe; {@link Capture} and {@link SanitizedExchange} do.
 * Immutable. Never prints its content.
 *
 * @param id the capture's id
 * @param ts when the request began; microsecond precision
 * @param env environment, {@code [a-z0-9-]{1,63}}
 * @param service service name, {@code [a-z0-9-]{1,63}}
 * @param protocol for example {@code HTTP/1.1}
 * @param durationMicros request start to response end in microseconds, at least 0; empty where the
 *     format has none
 * @param response empty for a request that got none
 */
public record Exchange(
    String id,
    Instant ts,
    String env,
    String service,
    Direction direction,
    String protocol,
    OptionalLong durationMicros,
    Request request,
    Optional<Response> response,
    Trace trace,
    SortedMap<String, String> tags) {

  public Exchange {
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  public Exchange(
      String id,
      Instant ts,
      String env,
      String service,
      Direction direction,
      String protocol,
      OptionalLong durationMicros,
      Request request,
      Optional<Response> response,
      Trace trace,
      Map<String, String> tags) {
    this(
        id,
        ts,
        env,
        service,
        direction,
        protocol,
        durationMicros,
        request,
        response,
        trace,
        (SortedMap<String, String>) new TreeMap<>(tags));
  }

  /** Bytes of URL, headers, trailers, tags and bodies: the size that limits and metrics count. */
  public long contentBytes() {
    long n = request.url().length() + request.body().size();
    for (Header h : request.headers()) {
      n += h.name().length() + h.value().length();
    }
    if (response.isPresent()) {
      n += response.get().body().size();
      for (Header h : response.get().headers()) {
        n += h.name().length() + h.value().length();
      }
    }
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      n += tag.getKey().length() + tag.getValue().length();
    }
    return n;
  }

  @Override
  public String toString() {
    return "[exchange, " + contentBytes() + " bytes]";
  }
}
