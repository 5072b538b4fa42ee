package dev.sluice.model;

import java.util.Optional;

/**
 * The ids that tie an exchange to a distributed trace (W3C Trace Context). May be raw: does not
 * print them.
 */
public record Trace(Optional<String> traceId, Optional<String> spanId) {
  public static final Trace NONE = new Trace(Optional.empty(), Optional.empty());

  @Override
  public String toString() {
    return traceId.isPresent() || spanId.isPresent() ? "[trace]" : "[no trace]";
  }
}
