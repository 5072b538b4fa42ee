package dev.sluice.capture.synthetic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.sluice.capture.internal.RawJson;
import dev.sluice.capture.internal.Utf8;
import dev.sluice.model.Body;
import dev.sluice.model.Capture;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import dev.sluice.model.Request;
import dev.sluice.model.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A capture as one JSON document whose JSON bodies stand as JSON, not as text: what a copy with
 * Jackson has to read and write where the engine sanitizes. The yardstick of measurements: raw, not
 * to be stored. Thread-safe.
 */
public final class PlainJson {
  private static final JsonFactory LENIENT = new JsonFactory();

  private PlainJson() {}

  /** The document. Its length is the size of the capture in all measured speeds. */
  public static byte[] of(Capture capture) {
    try (ByteArrayBuilder out = new ByteArrayBuilder()) {
      try (JsonGenerator json = RawJson.FACTORY.createGenerator(out)) {
        write(json, capture.raw());
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("cannot write a document of an exchange");
    }
  }

  private static void write(JsonGenerator json, Exchange e) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", Utf8.encodable(e.id()));
    json.writeStringField("ts", e.ts().toString());
    json.writeObjectFieldStart("request");
    Request request = e.request();
    json.writeStringField("method", Utf8.encodable(request.method()));
    json.writeStringField("url", Utf8.encodable(request.url()));
    message(json, request.headers(), request.body());
    if (e.response().isPresent()) {
      Response response = e.response().get();
      json.writeObjectFieldStart("response");
      json.writeNumberField("status", response.status());
      message(json, response.headers(), response.body());
    }
    json.writeEndObject();
  }

  private static void message(JsonGenerator json, List<Header> headers, Body body)
      throws IOException {
    json.writeArrayFieldStart("headers");
    for (Header header : headers) {
      json.writeStartArray();
      json.writeString(Utf8.encodable(header.name()));
      json.writeString(Utf8.encodable(header.value()));
      json.writeEndArray();
    }
    json.writeEndArray();
    if (!body.isEmpty()) {
      json.writeFieldName("body");
      body(json, body.bytes());
    }
    json.writeEndObject();
  }

  private static void body(JsonGenerator json, byte[] bytes) throws IOException {
    if (!Utf8.isValid(bytes)) {
      json.writeString(Base64.getEncoder().encodeToString(bytes));
      return;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (isJson(bytes)) {
      json.writeRawValue(text);
    } else {
      json.writeString(text);
    }
  }

  private static boolean isJson(byte[] bytes) {
    try (JsonParser parser = LENIENT.createParser(bytes)) {
      JsonToken first = parser.nextToken();
      if (first == null || !first.isStructStart()) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }
}
