package dev.sluice.capture.canonical;

import dev.sluice.capture.Fidelity;
import dev.sluice.capture.internal.BadCapture;
import dev.sluice.capture.internal.Timestamps;
import dev.sluice.model.Capture;
import dev.sluice.model.Direction;
import dev.sluice.model.Exchange;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.Request;
import dev.sluice.model.Response;
import dev.sluice.model.Trace;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the fields of one exchange in whatever order they come. */
final class ExchangeFields {
  private final SortedMap<String, String> tags = new TreeMap<>();
  private final SortedMap<String, String> unknown = new TreeMap<>();
  private final MessageFields requestFields = new MessageFields();
  private final MessageFields responseFields = new MessageFields();
  private String id = "";
  private @Nullable Instant ts;
  private @Nullable String env;
  private @Nullable String service;
  private @Nullable Direction direction;
  private @Nullable String protocol;
  private OptionalLong durationMicros = OptionalLong.empty();
  private @Nullable String method;
  private @Nullable String url;
  private boolean hasResponse;
  private OptionalLong status = OptionalLong.empty();
  private Optional<String> traceId = Optional.empty();
  private Optional<String> spanId = Optional.empty();

  void read(String name, Values value) throws IOException, BadCapture {
    if (value.isNull() && isOptional(name)) {
      return;
    }
    switch (name) {
      case "id" -> id = value.string();
      case "ts" -> ts = timestamp(value);
      case "env" -> env = value.string();
      case "service" -> service = value.string();
      case "direction" -> direction = direction(value.string());
      case "protocol" -> protocol = value.string();
      case "durationMicros" -> durationMicros = OptionalLong.of(atLeastZero(value.integer()));
      case "request" -> value.object(this::readRequest);
      case "response" -> {
        hasResponse = true;
        value.object(this::readResponse);
      }
      case "trace" -> value.object(this::readTrace);
      case "tags" -> value.object(this::readTag);
      default -> unknown.put(name, value.jsonText());
    }
  }

  Capture finish() throws BadCapture {
    if (ts == null) {
      throw new BadCapture(QuarantineReason.MISSING_TIMESTAMP);
    }
    List<String> notes = new ArrayList<>();
    if (protocol == null) {
      notes.add(Fidelity.PROTOCOL_ASSUMED);
    }
    if (durationMicros.isEmpty()) {
      notes.add(Fidelity.NO_LATENCY);
    }
    Exchange exchange =
        new Exchange(
            id,
            ts,
            required(env),
            required(service),
            required(direction),
            protocol == null ? "HTTP/1.1" : protocol,
            durationMicros,
            request(),
            response(notes),
            traceId.isEmpty() && spanId.isEmpty() ? Trace.NONE : new Trace(traceId, spanId),
            allTags());
    return new Capture(exchange, notes);
  }

  private Request request() throws BadCapture {
    return new Request(
        required(method),
        required(url),
        requestFields.headers(),
        requestFields.body(),
        requestFields.trailers());
  }

  private Optional<Response> response(List<String> notes) throws BadCapture {
    if (!hasResponse) {
      return Optional.empty();
    }
    if (status.orElse(0) == 0) {
      notes.add(Fidelity.NO_STATUS);
    }
    return Optional.of(
        new Response(
            (int) status.orElse(0),
            responseFields.headers(),
            responseFields.body(),
            responseFields.trailers()));
  }

  private void readRequest(String name, Values value) throws IOException, BadCapture {
    switch (name) {
      case "method" -> method = value.string();
      case "url" -> url = value.string();
      default -> readMessage(requestFields, "request.", name, value);
    }
  }

  private void readResponse(String name, Values value) throws IOException, BadCapture {
    if (name.equals("status")) {
      long code = value.integer();
      if (code != 0 && (code < 100 || code > 599)) {
        throw Values.wrongType();
      }
      status = OptionalLong.of(code);
    } else {
      readMessage(responseFields, "response.", name, value);
    }
  }

  private void readMessage(MessageFields fields, String prefix, String name, Values value)
      throws IOException, BadCapture {
    if (!fields.read(name, value)) {
      unknown.put(prefix + name, value.jsonText());
    }
  }

  private void readTrace(String name, Values value) throws IOException, BadCapture {
    switch (name) {
      case "traceId" -> traceId = optional(value);
      case "spanId" -> spanId = optional(value);
      default -> unknown.put("trace." + name, value.jsonText());
    }
  }

  private void readTag(String name, Values value) throws IOException, BadCapture {
    tags.put(Values.checked(name), value.isString() ? value.string() : value.jsonText());
  }

  private SortedMap<String, String> allTags() throws BadCapture {
    for (Map.Entry<String, String> field : unknown.entrySet()) {
      String name = Values.checked(field.getKey());
      while (tags.containsKey(name)) {
        name = "_" + name; // a tag of that name exists: keep both
      }
      tags.put(name, field.getValue());
    }
    return tags;
  }

  private static boolean isOptional(String name) {
    return switch (name) {
      case "id", "protocol", "durationMicros", "response", "trace", "tags" -> true;
      default -> false;
    };
  }

  private static Instant timestamp(Values value) throws IOException, BadCapture {
    if (!value.isString()) {
      throw new BadCapture(QuarantineReason.MISSING_TIMESTAMP);
    }
    return Timestamps.parse(value.string());
  }

  private static Direction direction(String name) throws BadCapture {
    try {
      return Direction.ofWireName(name);
    } catch (IllegalArgumentException e) {
      throw Values.wrongType();
    }
  }

  private static Optional<String> optional(Values value) throws IOException, BadCapture {
    return value.isNull() ? Optional.empty() : Optional.of(value.string());
  }

  private static long atLeastZero(long n) throws BadCapture {
    if (n < 0) {
      throw Values.wrongType();
    }
    return n;
  }

  private static <T> T required(@Nullable T value) throws BadCapture {
    if (value == null) {
      throw new BadCapture(QuarantineReason.MISSING_FIELD);
    }
    return value;
  }
}
