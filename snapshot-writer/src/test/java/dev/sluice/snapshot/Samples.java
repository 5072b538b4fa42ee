package dev.sluice.snapshot;

import dev.sluice.model.Body;
import dev.sluice.model.Direction;
import dev.sluice.model.Exchange;
import dev.sluice.model.Finding;
import dev.sluice.model.Header;
import dev.sluice.model.InfoCategory;
import dev.sluice.model.Provenance;
import dev.sluice.model.Request;
import dev.sluice.model.Response;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.TimeReference;
import dev.sluice.model.Trace;
import dev.sluice.snapshot.row.RowCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;

/** Seeded exchanges of every shape: with and without response, latency, ids, lists, bodies. */
public final class Samples {
  public static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  public static final Provenance PROVENANCE =
      new Provenance(
          "0.1.0", "balanced", "sha256:p", new TreeMap<>(Map.of("pii", "sha256:q")), "k1");
  private static final String[] PATHS = {"/orders/{id}", "/cart", "/login", "/products/{id}/größe"};
  private static final String[] METHODS = {"GET", "POST", "PUT"};

  private final Random random;

  public Samples(long seed) {
    random = new Random(seed);
  }

  /** Exchanges of one service in the five minutes after {@link #START}, in random order. */
  public static List<SanitizedExchange> many(long seed, int n) {
    Samples samples = new Samples(seed);
    List<SanitizedExchange> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all.add(samples.exchange(i));
    }
    Collections.shuffle(all, new Random(seed));
    return all;
  }

  public static List<byte[]> rows(List<SanitizedExchange> exchanges) {
    return exchanges.stream().map(RowCodec::encode).toList();
  }

  /** The i-th exchange: {@code ts} grows with i, everything else is random. */
  public SanitizedExchange exchange(int i) {
    String template = PATHS[random.nextInt(PATHS.length)];
    Exchange exchange =
        new Exchange(
            String.format("ex-%08d", i),
            START.plusNanos(i * 1_000_000L),
            "prod",
            "checkout",
            random.nextInt(4) == 0 ? Direction.OUTBOUND : Direction.INBOUND,
            "HTTP/1.1",
            random.nextInt(10) == 0
                ? OptionalLong.empty()
                : OptionalLong.of(1_000 + random.nextInt(200_000)),
            new Request(
                METHODS[random.nextInt(METHODS.length)],
                "https://shop.example"
                    + template.replace("{id}", "" + random.nextInt(999))
                    + "?q=é",
                headers(),
                body(),
                random.nextInt(20) == 0 ? headers() : List.of()),
            random.nextInt(20) == 0 ? Optional.empty() : Optional.of(response()),
            trace(i),
            random.nextBoolean() ? Map.of() : Map.of("k", "v" + i, "empty", ""));
    return new SanitizedExchange(
        exchange,
        template,
        random.nextBoolean() ? Optional.of("session-" + random.nextInt(50)) : Optional.empty(),
        findings(),
        random.nextBoolean()
            ? List.of()
            : List.of(new TimeReference("response.header:date", "rfc1123", -random.nextInt(9999))),
        random.nextInt(5) == 0 ? List.of("no-latency") : List.of(),
        "sha256:" + "ab".repeat(32));
  }

  private Response response() {
    int[] statuses = {200, 201, 404, 500, 0};
    return new Response(
        statuses[random.nextInt(statuses.length)],
        headers(),
        body(),
        random.nextInt(20) == 0 ? headers() : List.of());
  }

  private Trace trace(int i) {
    return random.nextInt(10) == 0
        ? Trace.NONE
        : new Trace(Optional.of("trace-" + i), Optional.of("span-" + i));
  }

  private List<Header> headers() {
    List<Header> headers = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      headers.add(new Header("X-Header-" + random.nextInt(3), "value " + random.nextInt(100)));
    }
    return headers;
  }

  private Body body() {
    byte[] bytes = new byte[random.nextInt(400)];
    random.nextBytes(bytes);
    return switch (random.nextInt(4)) {
      case 0 -> Body.EMPTY;
      case 1 -> Body.truncated(bytes);
      case 2 -> Body.of(bytes);
      default -> Body.of(("{\"n\":" + random.nextInt() + "}").getBytes(StandardCharsets.UTF_8));
    };
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (int n = random.nextInt(3); n > 0; n--) {
      int start = random.nextInt(50);
      findings.add(
          new Finding(
              "email-address",
              "EMAIL_ADDRESS",
              InfoCategory.PII,
              "request.body:$.email" + n,
              "tokenize",
              start,
              start + 10,
              0.9));
    }
    return findings;
  }
}
