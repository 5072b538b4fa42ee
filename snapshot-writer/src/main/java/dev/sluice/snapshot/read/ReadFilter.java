package dev.sluice.snapshot.read;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which exchanges to read. All given conditions must hold.
 *
 * @param from inclusive
 * @param to exclusive
 * @param pathTemplate exactly as in the rows
 * @param statusFrom lowest status, inclusive
 * @param statusTo highest status, inclusive
 * @param traceId surrogate as in the rows
 * @param sessionId surrogate as in the rows
 */
public record ReadFilter(
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<String> method,
    Optional<String> pathTemplate,
    OptionalInt statusFrom,
    OptionalInt statusTo,
    Optional<String> traceId,
    Optional<String> sessionId) {

  /** No condition. */
  public static final ReadFilter ALL =
      new ReadFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty());

  /** Exchanges that began in {@code [from, to)}. */
  public ReadFilter between(Instant from, Instant to) {
    return new ReadFilter(
        Optional.of(from),
        Optional.of(to),
        method,
        pathTemplate,
        statusFrom,
        statusTo,
        traceId,
        sessionId);
  }

  /** One endpoint, for example {@code POST} and {@code /orders/{id}}. */
  public ReadFilter endpoint(String method, String pathTemplate) {
    return new ReadFilter(
        from,
        to,
        Optional.of(method),
        Optional.of(pathTemplate),
        statusFrom,
        statusTo,
        traceId,
        sessionId);
  }

  /** Responses with a status in {@code [lowest, highest]}. */
  public ReadFilter status(int lowest, int highest) {
    return new ReadFilter(
        from,
        to,
        method,
        pathTemplate,
        OptionalInt.of(lowest),
        OptionalInt.of(highest),
        traceId,
        sessionId);
  }

  /** One trace. */
  public ReadFilter trace(String traceId) {
    return new ReadFilter(
        from, to, method, pathTemplate, statusFrom, statusTo, Optional.of(traceId), sessionId);
  }

  /** One session. */
  public ReadFilter session(String sessionId) {
    return new ReadFilter(
        from, to, method, pathTemplate, statusFrom, statusTo, traceId, Optional.of(sessionId));
  }
}
