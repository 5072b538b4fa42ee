package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.policy.Limits;
import dev.sluice.model.Body;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import dev.sluice.model.Request;
import dev.sluice.model.Response;
import dev.sluice.model.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes a whole exchange apart and puts it together again, leaving what happens to the values to
 * its {@link Leaves}. One instance serves one exchange.
 */
public final class ExchangeWalker {
  private final ValueWalker values;
  private final UrlWalker urls;
  private final HeaderWalker headers;
  private final BodyWalker bodies;

  public ExchangeWalker(Leaves leaves, Limits limits) {
    this.values = new ValueWalker(leaves, limits);
    this.urls = new UrlWalker(values);
    this.headers = new HeaderWalker(values);
    this.bodies = new BodyWalker(values);
  }

  /** The exchange as its leaves want it. Env, service, times and status stay. */
  public Exchange walk(Exchange raw) {
    Request request = request(raw.request());
    Optional<Response> response = raw.response().map(this::response);
    return new Exchange(
        Ids.isKept(raw.id()) ? raw.id() : id(raw.id()),
        raw.ts(),
        raw.env(),
        raw.service(),
        raw.direction(),
        protocol(raw.protocol()),
        raw.durationMicros(),
        request,
        response,
        trace(raw.trace()),
        tags(raw.tags()));
  }

  private String id(String id) {
    Where where = Where.part("id");
    return Ids.keyed(
        values.sensitive(id, Forced.REQUEST_ID, ValueContext.of(Place.ID, "id"), where));
  }

  private Request request(Request raw) {
    values.leaves().part(raw.url(), Where.part("request.url"));
    String url = urls.walk(raw.url(), UrlPlaces.ofRequest(), 0);
    Message message = message(raw.headers(), raw.trailers(), raw.body(), "request");
    return new Request(method(raw.method()), url, message.headers, message.body, message.trailers);
  }

  private Response response(Response raw) {
    Message message = message(raw.headers(), raw.trailers(), raw.body(), "response");
    return new Response(raw.status(), message.headers, message.body, message.trailers);
  }

  private record Message(List<Header> headers, List<Header> trailers, Body body) {}

  private Message message(List<Header> raw, List<Header> rawTrailers, Body body, String side) {
    String coding = joined(raw, "content-encoding");
    MediaType type = MediaType.parse(joined(raw, "content-type"));
    BodyWalker.Result result = bodies.walk(body, coding, type, Where.part(side + ".body"));
    boolean changed = result.body() != body;
    List<Header> walked = new ArrayList<>(raw.size());
    boolean codingWritten = false;
    for (Header header : raw) {
      if (header.is("content-encoding") && !result.coding().equals(coding)) {
        if (!codingWritten && !result.coding().isEmpty()) {
          walked.add(new Header(header.name(), result.coding()));
        }
        codingWritten = true;
      } else if (header.is("content-length")) {
        walked.add(length(header, result.body()));
      } else {
        digest(header, body, result.body())
            .or(() -> walked(header, changed, side + ".header"))
            .ifPresent(walked::add);
      }
    }
    List<Header> trailers = new ArrayList<>(rawTrailers.size());
    for (Header header : rawTrailers) {
      digest(header, body, result.body())
          .or(() -> walked(header, changed, side + ".trailer"))
          .ifPresent(trailers::add);
    }
    return new Message(walked, trailers, result.body());
  }

  /** A digest of a body that has changed, computed anew. */
  private static Optional<Header> digest(Header header, Body before, Body after) {
    if (before == after) {
      return Optional.empty();
    }
    return switch (HeaderKinds.of(header.name())) {
      case BODY_DIGEST -> BodyDigests.of(header, after.bytes());
      case ETAG -> BodyDigests.etag(header, before.bytes(), after.bytes());
      default -> Optional.empty();
    };
  }

  /** A digest of what stands there no more, and cannot be computed, goes. */
  private Optional<Header> walked(Header header, boolean changed, String side) {
    boolean stale = changed && HeaderKinds.of(header.name()) == HeaderKinds.Kind.BODY_DIGEST;
    return stale ? Optional.empty() : Optional.of(headers.walk(header, side));
  }

  /** Says the body's true length; a length without a body (HEAD, 304) stays. */
  private static Header length(Header header, Body body) {
    String size = Integer.toString(body.size());
    boolean number = header.value().chars().allMatch(c -> c >= '0' && c <= '9');
    boolean keep = header.value().equals(size) || (body.isEmpty() && number);
    return keep ? header : new Header(header.name(), size);
  }

  private static String joined(List<Header> headers, String name) {
    String value = "";
    for (Header header : headers) {
      if (header.is(name)) {
        value = value.isEmpty() ? header.value() : value + ", " + header.value();
      }
    }
    return value;
  }

  private Trace trace(Trace raw) {
    Where where = Where.part("trace");
    return new Trace(
        raw.traceId().map(id -> traceId(id, Forced.TRACE_ID, where.plus(".traceId"))),
        raw.spanId().map(id -> traceId(id, Forced.SPAN_ID, where.plus(".spanId"))));
  }

  private String traceId(String id, Forced kind, Where where) {
    return values.sensitive(id, kind, ValueContext.of(Place.ID, "trace"), where);
  }

  private SortedMap<String, String> tags(SortedMap<String, String> raw) {
    SortedMap<String, String> tags = new TreeMap<>();
    Where where = Where.part("tag");
    for (Map.Entry<String, String> tag : raw.entrySet()) {
      String name = values.name(tag.getKey(), Place.TAG, where);
      Where at = name.equals(tag.getKey()) ? where.named(name) : where.plus(":" + Labels.ANY);
      tags.put(name, values.value(tag.getValue(), ValueContext.of(Place.TAG, name), at));
    }
    return tags;
  }

  private String method(String method) {
    boolean token =
        method.length() <= 20
            && method.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || c == '-' || c == '_');
    return token ? method : values.value(method, ValueContext.text(), Where.part("request.method"));
  }

  private static String protocol(String protocol) {
    boolean known =
        protocol.length() <= 16
            && protocol
                .chars()
                .allMatch(c -> c == '/' || c == '.' || (c < 0x80 && Character.isLetterOrDigit(c)));
    return known ? protocol : "unknown";
  }
}
