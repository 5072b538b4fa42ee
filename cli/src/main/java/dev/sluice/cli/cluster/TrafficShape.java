package dev.sluice.cli.cluster;

import dev.sluice.model.Body;
import dev.sluice.model.Direction;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import dev.sluice.model.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What traffic looks like: steady, or a trial for whoever reads it. */
enum TrafficShape {
  STEADY(1),

  /** Five times as much, nearly all of one service. */
  HOT(5),

  /** Every third comes late: up to half a minute, which is after its window was sealed. */
  DISORDERED(1),

  /** Every third cannot be sanitized: damaged, too deep, or not what it says it is. */
  POISONED(1);

  private static final int ODD = 3;
  private static final int LATEST_MILLIS = 30_000;
  private static final int OTHERS = 20;
  private static final int DEPTH = 600;

  private final int times;

  TrafficShape(int times) {
    this.times = times;
  }

  /** How many times as much as usual. */
  int times() {
    return times;
  }

  /** Which service the number-th record is of. */
  String service(long number, String usual, String other) {
    return this == HOT && number % OTHERS == 0 ? other : usual;
  }

  /** When the number-th record was captured. */
  Instant time(long number, Instant now, Random random) {
    boolean late = this == DISORDERED && number % ODD == 0;
    return late ? now.minusMillis(random.nextInt(LATEST_MILLIS)) : now;
  }

  /** The number-th record, as it is or spoiled. */
  Exchange content(long number, Exchange e) {
    if (this != POISONED || number % ODD != 0) {
      return e;
    }
    return switch ((int) (number / ODD % 3)) {
      case 0 -> with(e, "gzip", "application/json", "no gzip at all");
      case 1 -> with(e, "identity", "application/json", "[".repeat(DEPTH) + "]".repeat(DEPTH));
      default -> with(e, "identity", "application/json", "{\"cut\": \"off");
    };
  }

  private static Exchange with(Exchange e, String coding, String type, String body) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("content-type", type));
    headers.add(new Header("content-encoding", coding));
    Request request =
        new Request(
            "POST", e.request().url(), headers, Body.of(body.getBytes(StandardCharsets.UTF_8)));
    return new Exchange(
        e.id(),
        e.ts(),
        e.env(),
        e.service(),
        Direction.INBOUND,
        e.protocol(),
        e.durationMicros(),
        request,
        e.response(),
        e.trace(),
        Map.copyOf(e.tags()));
  }
}
