package dev.sluice.capture.imports;

import dev.sluice.capture.Fidelity;
import dev.sluice.capture.internal.BadCapture;
import dev.sluice.capture.internal.TraceParent;
import dev.sluice.capture.internal.Utf8;
import dev.sluice.model.Body;
import dev.sluice.model.Capture;
import dev.sluice.model.Direction;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.Request;
import dev.sluice.model.Response;
import dev.sluice.model.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An exchange as an importer puts it together, with what it could not carry. */
final class Draft {
  final SortedSet<String> notes = new TreeSet<>();
  final SortedMap<String, String> tags = new TreeMap<>();
  String id = "";
  @Nullable Instant ts;
  Direction direction;
  Optional<String> service = Optional.empty();
  String protocol = "";
  OptionalLong durationMicros = OptionalLong.empty();
  String method = "";
  String url = "";
  MessageDraft request = new MessageDraft();
  @Nullable MessageDraft response;
  int status;

  Draft(ImportDefaults defaults) {
    this.direction = defaults.direction();
  }

  Capture build(ImportDefaults defaults) throws BadCapture {
    if (ts == null) {
      throw new BadCapture(QuarantineReason.MISSING_TIMESTAMP);
    }
    require(!method.isEmpty() && !url.isEmpty(), QuarantineReason.MISSING_FIELD);
    if (durationMicros.isEmpty()) {
      notes.add(Fidelity.NO_LATENCY);
    }
    Exchange exchange =
        new Exchange(
            id,
            ts,
            defaults.env(),
            ServiceNames.choose(defaults, service, url),
            direction,
            protocol(),
            durationMicros,
            new Request(method, url, request.headers, request.body(notes, false), request.trailers),
            response(),
            trace(),
            tags);
    require(encodable(exchange), QuarantineReason.INVALID_UTF8);
    return new Capture(exchange, List.copyOf(notes));
  }

  private String protocol() {
    String normal = Protocols.normal(protocol);
    if (normal.isEmpty()) {
      notes.add(Fidelity.PROTOCOL_ASSUMED);
      return "HTTP/1.1";
    }
    return normal;
  }

  private Optional<Response> response() {
    if (response == null) {
      return Optional.empty();
    }
    if (status == 0) {
      notes.add(Fidelity.NO_STATUS);
    }
    boolean bodiless = method.equalsIgnoreCase("HEAD") || status == 204 || status == 304;
    Body body = response.body(notes, bodiless);
    return Optional.of(new Response(status, response.headers, body, response.trailers));
  }

  private Trace trace() {
    return request.headers.stream()
        .filter(h -> h.is("traceparent"))
        .findFirst()
        .map(h -> TraceParent.parse(h.value()))
        .orElse(Trace.NONE);
  }

  private static boolean encodable(Exchange e) {
    return Utf8.isEncodable(e.request().url())
        && Utf8.isEncodable(e.request().method())
        && encodable(e.request().headers())
        && (e.response().isEmpty() || encodable(e.response().get().headers()))
        && e.tags().entrySet().stream()
            .allMatch(t -> Utf8.isEncodable(t.getKey()) && Utf8.isEncodable(t.getValue()));
  }

  private static boolean encodable(List<Header> headers) {
    return headers.stream()
        .allMatch(h -> Utf8.isEncodable(h.name()) && Utf8.isEncodable(h.value()));
  }

  private static void require(boolean condition, QuarantineReason otherwise) throws BadCapture {
    if (!condition) {
      throw new BadCapture(otherwise);
    }
  }
}
