package dev.sluice.dlp;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.policy.Limits;
import dev.sluice.dlp.walk.ExchangeWalker;
import dev.sluice.dlp.walk.Stop;
import dev.sluice.dlp.walk.Where;
import dev.sluice.model.Exchange;
import dev.sluice.model.Finding;
import dev.sluice.model.SanitizedExchange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which string fields sanitized exchanges have at each endpoint, direction and status, and how many
 * values each takes: what a list of safe fields is proposed from. Reads sanitized exchanges only.
 * Not thread-safe; memory is bounded.
 */
public final class FieldSurvey {
  private static final int MOST_FIELDS = 100_000;

  /** An endpoint as lists of safe fields name it. */
  public record Endpoint(String name, String direction, String status)
      implements Comparable<Endpoint> {
    @Override
    public int compareTo(Endpoint other) {
      return (name + " " + direction + " " + status)
          .compareTo(other.name + " " + other.direction + " " + other.status);
    }
  }

  private final SortedMap<Endpoint, SortedMap<String, FieldValues>> fields = new TreeMap<>();
  private final SortedMap<Endpoint, Long> exchanges = new TreeMap<>();
  private int size;

  /** Adds one exchange. What a walker refuses is left out; the engine quarantines it as well. */
  public void add(SanitizedExchange sanitized) {
    Exchange exchange = sanitized.exchange();
    Endpoint endpoint = endpoint(sanitized);
    exchanges.merge(endpoint, 1L, Long::sum);
    Set<String> found = new HashSet<>();
    for (Finding finding : sanitized.findings()) {
      found.add(finding.location());
    }
    try {
      new ExchangeWalker(new Strings(endpoint, found), Limits.DEFAULTS).walk(exchange);
    } catch (Stop e) {
      // what was seen up to here counts
    }
  }

  /** Fields by location for each endpoint. */
  public SortedMap<Endpoint, SortedMap<String, FieldValues>> fields() {
    return fields;
  }

  /** How many exchanges each endpoint had. */
  public SortedMap<Endpoint, Long> exchanges() {
    return exchanges;
  }

  private static Endpoint endpoint(SanitizedExchange sanitized) {
    Exchange exchange = sanitized.exchange();
    int status = exchange.response().map(r -> r.status()).orElse(0);
    return new Endpoint(
        exchange.request().method() + " " + sanitized.pathTemplate().replace("{id}", "*"),
        exchange.direction().wireName(),
        Integer.toString(status));
  }

  private final class Strings extends ReadingLeaves {
    private final Endpoint endpoint;
    private final Set<String> found;

    Strings(Endpoint endpoint, Set<String> found) {
      this.endpoint = endpoint;
      this.found = found;
    }

    @Override
    public String untouched(String text, ValueContext context, Where where) {
      if (isField(context.place())) {
        String location = where.toString();
        FieldValues values =
            fields
                .computeIfAbsent(endpoint, e -> new TreeMap<>())
                .computeIfAbsent(location, l -> size++ < MOST_FIELDS ? new FieldValues() : null);
        if (values != null) {
          values.add(text, found.contains(location), Strict.isProse(text));
        }
      }
      return text;
    }

    private static boolean isField(Place place) {
      return !List.of(Place.URL_HOST, Place.URL_PATH, Place.ID).contains(place);
    }
  }
}
