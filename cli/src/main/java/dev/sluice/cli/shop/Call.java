package dev.sluice.cli.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** One request to a shop service, with the few things its handlers need. */
final class Call {
  private final HttpExchange http;
  private final byte[] body;

  Call(HttpExchange http) throws IOException {
    this.http = http;
    this.body = http.getRequestBody().readAllBytes();
  }

  String method() {
    return http.getRequestMethod();
  }

  String path() {
    return http.getRequestURI().getPath();
  }

  JsonNode json() {
    return Json.read(body);
  }

  /** A field of a form body, or empty text. */
  String form(String name) {
    return pair(new String(body, StandardCharsets.UTF_8), "&", name);
  }

  /** A query parameter, or empty text. */
  String query(String name) {
    String raw = http.getRequestURI().getRawQuery();
    return raw == null ? "" : pair(raw, "&", name);
  }

  String header(String name) {
    return Optional.ofNullable(http.getRequestHeaders().getFirst(name)).orElse("");
  }

  /** The bearer token, or empty text. */
  String bearer() {
    String auth = header("Authorization");
    return auth.startsWith("Bearer ") ? auth.substring(7) : "";
  }

  Call with(String header, String value) {
    http.getResponseHeaders().add(header, value);
    return this;
  }

  void json(int status, Object document) throws IOException {
    send(status, "application/json", Json.text(document).getBytes(StandardCharsets.UTF_8));
  }

  void problem(int status, String title) throws IOException {
    send(
        status,
        "application/problem+json",
        Json.text(java.util.Map.of("title", title, "status", status))
            .getBytes(StandardCharsets.UTF_8));
  }

  /** Sends the body, compressed where the caller accepts gzip and it is worth it. */
  void send(int status, String type, byte[] content) throws IOException {
    byte[] wire = content;
    if (content.length > 600 && header("Accept-Encoding").contains("gzip")) {
      wire = gzip(content);
      with("Content-Encoding", "gzip");
    }
    with("Content-Type", type);
    http.sendResponseHeaders(status, wire.length == 0 ? -1 : wire.length);
    try (OutputStream out = http.getResponseBody()) {
      out.write(wire);
    }
  }

  /** Sends server-sent events in one chunked response. */
  void events(String... lines) throws IOException {
    with("Content-Type", "text/event-stream");
    http.sendResponseHeaders(200, 0);
    try (OutputStream out = http.getResponseBody()) {
      for (String line : lines) {
        out.write(("data: " + line + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(content);
    }
    return out.toByteArray();
  }

  private static String pair(String text, String separator, String name) {
    for (String part : text.split(separator, -1)) {
      if (part.startsWith(name + "=")) {
        return URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return "";
  }
}
