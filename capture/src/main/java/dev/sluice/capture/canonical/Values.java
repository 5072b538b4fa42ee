package dev.sluice.capture.canonical;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.capture.internal.BadCapture;
import dev.sluice.capture.internal.RawJson;
import dev.sluice.capture.internal.Utf8;
import dev.sluice.model.Header;
import dev.sluice.model.QuarantineReason;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Typed access to the value the parser stands on; a value of another type is refused. */
final class Values {
  /** One field of an object. */
  @FunctionalInterface
  interface FieldReader {
    void read(String name, Values value) throws IOException, BadCapture;
  }

  private final JsonParser json;

  Values(JsonParser json) {
    this.json = json;
  }

  boolean isNull() {
    return json.currentToken() == JsonToken.VALUE_NULL;
  }

  boolean isString() {
    return json.currentToken() == JsonToken.VALUE_STRING;
  }

  String string() throws IOException, BadCapture {
    expect(JsonToken.VALUE_STRING);
    return checked(json.getText());
  }

  /** The text, unless it holds what no encoding can carry. */
  static String checked(String text) throws BadCapture {
    if (!Utf8.isEncodable(text)) {
      throw new BadCapture(QuarantineReason.INVALID_UTF8);
    }
    return text;
  }

  long integer() throws IOException, BadCapture {
    expect(JsonToken.VALUE_NUMBER_INT);
    if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw wrongType();
    }
    return json.getLongValue();
  }

  boolean bool() throws BadCapture {
    JsonToken token = json.currentToken();
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      throw wrongType();
    }
    return token == JsonToken.VALUE_TRUE;
  }

  void object(FieldReader fields) throws IOException, BadCapture {
    expect(JsonToken.START_OBJECT);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      fields.read(name, this);
    }
  }

  /** A list of {@code [name, value]} pairs. */
  List<Header> pairs() throws IOException, BadCapture {
    expect(JsonToken.START_ARRAY);
    List<Header> headers = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(JsonToken.START_ARRAY);
      json.nextToken();
      String name = string();
      json.nextToken();
      String value = string();
      headers.add(new Header(name, value));
      json.nextToken();
      expect(JsonToken.END_ARRAY);
    }
    return headers;
  }

  /** Any value as compact JSON text. */
  String jsonText() throws IOException, BadCapture {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = RawJson.FACTORY.createGenerator(text)) {
      out.copyCurrentStructureExact(json);
    }
    return checked(text.toString());
  }

  private void expect(JsonToken token) throws BadCapture {
    if (json.currentToken() != token) {
      throw wrongType();
    }
  }

  static BadCapture wrongType() {
    return new BadCapture(QuarantineReason.MISSING_FIELD);
  }
}
