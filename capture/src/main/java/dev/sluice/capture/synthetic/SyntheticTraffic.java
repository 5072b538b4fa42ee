package dev.sluice.capture.synthetic;

import dev.sluice.model.Body;
import dev.sluice.model.Capture;
import dev.sluice.model.Direction;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import dev.sluice.model.Request;
import dev.sluice.model.Response;
import dev.sluice.model.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * An endless stream of JSON API exchanges of 1 to 10 KB; the same seed gives the same exchanges.
 * Not thread-safe.
 */
public final class SyntheticTraffic implements Iterator<Capture> {
  /** Environment of all exchanges. */
  public static final String ENV = "bench";

  private static final String ID = "sy-";
  private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
  private static final double DENSE = 0.10;

  private final Dice dice;
  private final Words words;
  private final Sensitive sensitive;
  private final JsonMaker json;
  private final boolean dense;
  private final String service;
  private long made;

  private SyntheticTraffic(long seed, boolean dense) {
    this.dice = new Dice(seed);
    this.words = new Words(dice);
    this.sensitive = new Sensitive(dice, words);
    this.json = new JsonMaker(dice, words, sensitive, dense ? DENSE : 0);
    this.dense = dense;
    this.service = dense ? "dense" : "clean";
  }

  /** Traffic without anything sensitive: ids, times, words, numbers, paths. */
  public static SyntheticTraffic clean(long seed) {
    return new SyntheticTraffic(seed, false);
  }

  /** Traffic with something sensitive in one of ten fields, in URLs, cookies and headers. */
  public static SyntheticTraffic dense(long seed) {
    return new SyntheticTraffic(seed, true);
  }

  /** Which one of its stream has that id, from 0; -1 for an id that none has. */
  public static int numberOf(String id) {
    return id.matches(ID + "\\d{1,9}") ? Integer.parseInt(id.substring(ID.length())) : -1;
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  /** The next exchange, a millisecond after the one before. */
  @Override
  public Capture next() {
    return new Capture(next(service, BEGIN.plusMillis(made)));
  }

  /** The next exchange, as that service's and of that time. */
  public Exchange next(String ofService, Instant ts) {
    return new Exchange(
        ID + made++,
        ts,
        ENV,
        ofService,
        Direction.INBOUND,
        "HTTP/1.1",
        OptionalLong.of(1_000 + dice.below(200_000)),
        request(),
        java.util.Optional.of(response()),
        Trace.NONE,
        Map.of());
  }

  private Request request() {
    String method = dice.pick("GET", "POST", "PUT");
    String url = "https://api.shop.example/v2/" + words.path() + "?page=" + dice.below(50);
    if (dense && dice.chance(0.4)) {
      url += "&email=" + sensitive.email().replace("@", "%40") + "&token=" + sensitive.token();
    }
    if (method.equals("GET")) {
      return new Request(method, url, requestHeaders(), Body.EMPTY);
    }
    return new Request(
        method, url, requestHeaders(), Body.ofText(json.object(100 + dice.below(900))));
  }

  private List<Header> requestHeaders() {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("host", "api.shop.example"));
    headers.add(new Header("user-agent", "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101"));
    headers.add(new Header("accept", "application/json, text/plain, */*"));
    headers.add(new Header("accept-encoding", "gzip, deflate, br"));
    headers.add(new Header("content-type", "application/json; charset=utf-8"));
    if (dense) {
      headers.add(new Header("x-request-id", dice.uuid()));
      headers.add(new Header("x-forwarded-for", sensitive.address()));
      headers.add(new Header("authorization", "Bearer " + sensitive.jwt()));
      headers.add(new Header("cookie", "session=" + sensitive.token() + "; theme=dark"));
    }
    return headers;
  }

  private Response response() {
    return new Response(
        dice.pick(200, 201, 404, 500),
        List.of(
            new Header("date", "Tue, 14 Jul 2026 10:00:00 GMT"),
            new Header("content-type", "application/json"),
            new Header("cache-control", "no-cache, no-store, must-revalidate"),
            new Header("etag", "W/\"" + dice.hex(16) + "\""),
            new Header("x-ratelimit-remaining", dice.digits(4))),
        Body.ofText(json.object((int) (500 * dice.spread(16)))));
  }
}
