package dev.sluice.capture.imports;

import dev.sluice.capture.internal.BadCapture;
import dev.sluice.capture.internal.Utf8;
import dev.sluice.model.Header;
import dev.sluice.model.QuarantineReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A raw HTTP/1 message (RFC 9112), read leniently: bare line feeds are line ends, bodies may be cut
 * short. Chunks are joined; content codings stay as they are.
 */
final class HttpMessage {
  private final String startLine;
  private final List<Header> headers;
  private final byte[] rest;

  private HttpMessage(String startLine, List<Header> headers, byte[] rest) {
    this.startLine = startLine;
    this.headers = headers;
    this.rest = rest;
  }

  static HttpMessage parse(byte[] raw) throws BadCapture {
    int bodyStart = bodyStart(raw);
    List<String> lines = lines(text(Arrays.copyOf(raw, bodyStart)));
    if (lines.isEmpty()) {
      throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
    }
    List<Header> headers = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      headers.add(header(line));
    }
    return new HttpMessage(lines.get(0), headers, Arrays.copyOfRange(raw, bodyStart, raw.length));
  }

  String startLine() {
    return startLine;
  }

  MessageDraft requestMessage() {
    return message(false);
  }

  MessageDraft responseMessage(String method, int status) {
    boolean bodiless =
        method.equalsIgnoreCase("HEAD") || status < 200 || status == 204 || status == 304;
    return message(bodiless);
  }

  private MessageDraft message(boolean bodiless) {
    MessageDraft message = new MessageDraft();
    message.headers.addAll(headers);
    if (bodiless) {
      return message;
    }
    boolean chunked =
        message
            .header("transfer-encoding")
            .map(t -> t.toLowerCase(Locale.ROOT).contains("chunked"))
            .orElse(false);
    if (chunked) {
      Chunks chunks = Chunks.read(rest);
      message.bytes = chunks.body();
      message.truncated = !chunks.complete();
      message.trailers.addAll(chunks.trailers());
    } else {
      message.bytes = rest;
      limitToLength(message);
    }
    return message;
  }

  private static void limitToLength(MessageDraft message) {
    String stated = message.header("content-length").map(String::strip).orElse("");
    if (!stated.matches("[0-9]{1,9}")) {
      return;
    }
    int length = Integer.parseInt(stated);
    message.truncated = length > message.bytes.length;
    if (length < message.bytes.length) {
      message.bytes = Arrays.copyOf(message.bytes, length);
    }
  }

  /** One header line. White space around the value is not part of it. */
  static Header header(String line) throws BadCapture {
    int colon = line.indexOf(':');
    if (colon <= 0) {
      throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
    }
    return new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
  }

  /** Lines up to the empty one, with folded lines joined (RFC 9112, section 5.2). */
  private static List<String> lines(String head) {
    List<String> lines = new ArrayList<>();
    for (String line : head.split("\r?\n", -1)) {
      if (line.isEmpty()) {
        if (lines.isEmpty()) {
          continue;
        }
        break;
      }
      boolean folded = lines.size() > 1 && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
      if (folded) {
        lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + line.strip());
      } else {
        lines.add(line);
      }
    }
    return lines;
  }

  private static int bodyStart(byte[] raw) {
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] != '\n' || i == 0) {
        continue;
      }
      if (i + 1 < raw.length && raw[i + 1] == '\n') {
        return i + 2;
      }
      if (i + 2 < raw.length && raw[i + 1] == '\r' && raw[i + 2] == '\n') {
        return i + 3;
      }
    }
    return raw.length;
  }

  /** Header text is UTF-8 where it can be, else Latin-1 (RFC 9110, section 5.5). */
  private static String text(byte[] head) {
    return new String(
        head, Utf8.isValid(head) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }
}
