package dev.sluice.dlp.walk;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/**
 * A media type (RFC 9110, section 8.3.1) as far as the walkers care.
 *
 * @param name lower case {@code type/subtype}; empty if none was declared
 * @param parameters the text behind the first semicolon
 */
record MediaType(String name, String parameters) {
  static final MediaType NONE = new MediaType("", "");

  static MediaType parse(String header) {
    int semicolon = header.indexOf(';');
    String name = semicolon < 0 ? header : header.substring(0, semicolon);
    String rest = semicolon < 0 ? "" : header.substring(semicolon + 1);
    return new MediaType(name.strip().toLowerCase(Locale.ROOT), rest);
  }

  boolean isJson() {
    return name.endsWith("/json")
        || name.endsWith("+json")
        || name.contains("ndjson")
        || name.contains("jsonl")
        || name.contains("json-")
        || name.startsWith("application/x-amz-json");
  }

  boolean isForm() {
    return name.equals("application/x-www-form-urlencoded");
  }

  boolean isMultipart() {
    return name.startsWith("multipart/");
  }

  boolean isEventStream() {
    return name.equals("text/event-stream");
  }

  boolean isText() {
    return name.startsWith("text/")
        || name.endsWith("+xml")
        || name.endsWith("/xml")
        || name.contains("javascript")
        || name.contains("ecmascript")
        || name.contains("graphql")
        || name.contains("yaml")
        || name.equals("application/csv")
        || name.equals("application/sql")
        || name.startsWith("message/");
  }

  /** Media that no walker reads, whatever the bytes look like. */
  boolean isOpaque() {
    return !isJson()
        && ((name.startsWith("image/") && !name.endsWith("+xml"))
            || name.startsWith("audio/")
            || name.startsWith("video/")
            || name.startsWith("font/")
            || name.startsWith("application/font")
            || name.startsWith("application/x-font")
            || name.startsWith("application/vnd.ms-fontobject")
            || name.equals("application/pdf")
            || name.equals("application/wasm")
            || name.contains("zip")
            || name.contains("avro"));
  }

  Optional<Charset> charset() {
    return parameter("charset").flatMap(MediaType::charset);
  }

  /** A parameter's value without quotes. */
  Optional<String> parameter(String wanted) {
    for (String part : parameters.split(";")) {
      int equals = part.indexOf('=');
      if (equals > 0 && part.substring(0, equals).strip().equalsIgnoreCase(wanted)) {
        String value = part.substring(equals + 1).strip();
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return Optional.of(quoted ? value.substring(1, value.length() - 1) : value);
      }
    }
    return Optional.empty();
  }

  static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
