package dev.sluice.flink.stack;

import dev.sluice.capture.canonical.CanonicalWriter;
import dev.sluice.model.Body;
import dev.sluice.model.Direction;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import dev.sluice.model.Request;
import dev.sluice.model.Response;
import dev.sluice.model.Trace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Made-up captures with values that must not survive. */
public final class Captures {
  /** Text that stands in every body and must stand nowhere else. */
  public static final String CANARY = "canary.zx81@private-mail.example.com";

  private Captures() {}

  /** A full hour about a day ago: in the past of any broker's clock. */
  public static Instant yesterday() {
    return Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
  }

  /** One capture in canonical JSON. */
  public static byte[] capture(String service, int number, Instant ts) {
    return CanonicalWriter.write(exchange(service, number, ts));
  }

  /** The same as an object. */
  public static Exchange exchange(String service, int number, Instant ts) {
    String body =
        "{\"order\":%d,\"user\":{\"email\":\"%s\"},\"total\":%d.50}"
            .formatted(number, number + "." + CANARY, number % 90);
    return new Exchange(
        "ex-" + (1_000_000 + number),
        ts,
        "prod",
        service,
        Direction.INBOUND,
        "HTTP/1.1",
        OptionalLong.of(1_000 + number % 7_000),
        new Request(
            "POST",
            "https://shop.internal/orders/" + number + "?contact=" + number + "." + CANARY,
            List.of(
                new Header("Content-Type", "application/json"),
                new Header("Content-Length", String.valueOf(body.length()))),
            Body.ofText(body)),
        Optional.of(
            new Response(
                number % 50 == 0 ? 500 : 201,
                List.of(new Header("Content-Type", "application/json")),
                Body.ofText("{\"id\":" + number + "}"))),
        Trace.NONE,
        Map.of());
  }

  /** {@code count} captures of three services, one every {@code stepMillis}. */
  public static List<byte[]> many(int count, Instant from, long stepMillis) {
    String[] services = {"checkout", "storefront", "payments"};
    List<byte[]> captures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      captures.add(capture(services[i % 3], i, from.plusMillis(i * stepMillis)));
    }
    return captures;
  }
}
