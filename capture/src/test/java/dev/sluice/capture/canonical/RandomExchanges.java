package dev.sluice.capture.canonical;

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
import java.util.Random;
import java.util.TreeMap;

/** Seeded exchanges of every shape the model allows. */
final class RandomExchanges {
  private static final String ALPHABET = "aZ0-_\"\\/{}[]:,\u0000\n\t\u007f\u00e9\u20ac\u2028 ";

  private final Random random;

  RandomExchanges(long seed) {
    random = new Random(seed);
  }

  Exchange next() {
    return new Exchange(
        text(),
        Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1000L),
        text(),
        text(),
        random.nextBoolean() ? Direction.INBOUND : Direction.OUTBOUND,
        text(),
        random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextLong() >>> 1),
        new Request(text(), text(), headers(), body(), headers()),
        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(response()),
        new Trace(maybe(), maybe()),
        tags());
  }

  private Response response() {
    int status = random.nextInt(8) == 0 ? 0 : 100 + random.nextInt(500);
    return new Response(status, headers(), body(), headers());
  }

  private Body body() {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return switch (random.nextInt(4)) {
      case 0 -> Body.EMPTY;
      case 1 -> Body.ofText(text());
      case 2 -> Body.truncated(bytes);
      default -> Body.of(bytes);
    };
  }

  private List<Header> headers() {
    List<Header> headers = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      headers.add(new Header(text(), text()));
    }
    return headers;
  }

  private Map<String, String> tags() {
    Map<String, String> tags = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      tags.put(text(), text());
    }
    return tags;
  }

  private Optional<String> maybe() {
    return random.nextBoolean() ? Optional.empty() : Optional.of(text());
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return random.nextInt(10) == 0 ? text + "\ud83d\udc35" : text.toString();
  }
}
