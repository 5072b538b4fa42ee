package dev.sluice.capture.canonical;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.sluice.capture.internal.RawJson;
import dev.sluice.capture.internal.Utf8;
import dev.sluice.model.Body;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import dev.sluice.model.Request;
import dev.sluice.model.Response;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Writes exchanges in Sluice's canonical form: one JSON object on one line of UTF-8, fields in a
 * fixed order, so that equal exchanges are equal bytes. Thread-safe.
 *
 * <p>A body that is valid UTF-8 stands as text, any other as base64, so every body comes back byte
 * for byte. Characters that no encoding can carry (lone surrogates) become U+FFFD.
 */
public final class CanonicalWriter {
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private CanonicalWriter() {}

  /** One line of JSON, without the newline. */
  public static byte[] write(Exchange e) {
    try (ByteArrayBuilder out = new ByteArrayBuilder()) {
      try (JsonGenerator json = RawJson.FACTORY.createGenerator(out)) {
        write(json, e);
      }
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("cannot write an exchange", new IOException());
    }
  }

  /** The exchange's canonical form, without its findings and notes. */
  public static byte[] write(SanitizedExchange e) {
    return write(e.exchange());
  }

  /** How {@code ts} is written: UTC with six decimals. */
  public static String timestamp(Instant ts) {
    return MICROS.format(ts);
  }

  private static void write(JsonGenerator json, Exchange e) throws IOException {
    json.writeStartObject();
    text(json, "id", e.id());
    text(json, "ts", timestamp(e.ts()));
    text(json, "env", e.env());
    text(json, "service", e.service());
    text(json, "direction", e.direction().wireName());
    text(json, "protocol", e.protocol());
    OptionalLong duration = e.durationMicros();
    if (duration.isPresent()) {
      json.writeNumberField("durationMicros", duration.getAsLong());
    }
    request(json, e.request());
    if (e.response().isPresent()) {
      response(json, e.response().get());
    }
    trace(json, e.trace());
    tags(json, e.tags());
    json.writeEndObject();
  }

  private static void request(JsonGenerator json, Request request) throws IOException {
    json.writeObjectFieldStart("request");
    text(json, "method", request.method());
    text(json, "url", request.url());
    message(json, request.headers(), request.body(), request.trailers());
    json.writeEndObject();
  }

  private static void response(JsonGenerator json, Response response) throws IOException {
    json.writeObjectFieldStart("response");
    json.writeNumberField("status", response.status());
    message(json, response.headers(), response.body(), response.trailers());
    json.writeEndObject();
  }

  private static void message(
      JsonGenerator json, List<Header> headers, Body body, List<Header> trailers)
      throws IOException {
    pairs(json, "headers", headers);
    body(json, body);
    if (!trailers.isEmpty()) {
      pairs(json, "trailers", trailers);
    }
  }

  private static void body(JsonGenerator json, Body body) throws IOException {
    byte[] bytes = body.bytes();
    if (bytes.length > 0) {
      boolean utf8 = Utf8.isValid(bytes);
      json.writeStringField(
          "body",
          utf8
              ? new String(bytes, StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(bytes));
      json.writeStringField("bodyEncoding", utf8 ? "utf8" : "base64");
    }
    if (body.isTruncated()) {
      json.writeBooleanField("bodyTruncated", true);
    }
  }

  private static void pairs(JsonGenerator json, String name, List<Header> headers)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Header header : headers) {
      json.writeStartArray();
      json.writeString(Utf8.encodable(header.name()));
      json.writeString(Utf8.encodable(header.value()));
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void trace(JsonGenerator json, Trace trace) throws IOException {
    if (trace.traceId().isEmpty() && trace.spanId().isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("trace");
    if (trace.traceId().isPresent()) {
      text(json, "traceId", trace.traceId().get());
    }
    if (trace.spanId().isPresent()) {
      text(json, "spanId", trace.spanId().get());
    }
    json.writeEndObject();
  }

  private static void tags(JsonGenerator json, Map<String, String> tags) throws IOException {
    if (tags.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("tags");
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      text(json, Utf8.encodable(tag.getKey()), tag.getValue());
    }
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, String value) throws IOException {
    json.writeStringField(name, Utf8.encodable(value));
  }
}
