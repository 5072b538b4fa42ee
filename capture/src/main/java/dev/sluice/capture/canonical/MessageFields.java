package dev.sluice.capture.canonical;

import dev.sluice.capture.internal.BadCapture;
import dev.sluice.model.Body;
import dev.sluice.model.Header;
import dev.sluice.model.QuarantineReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The fields that request and response share. */
final class MessageFields {
  private List<Header> headers = List.of();
  private List<Header> trailers = List.of();
  private String body = "";
  private String encoding = "utf8";
  private boolean truncated;

  /** Takes a field; false if it is none of a message's. */
  boolean read(String name, Values value) throws IOException, BadCapture {
    switch (name) {
      case "headers" -> headers = value.pairs();
      case "trailers" -> trailers = value.pairs();
      case "body" -> body = value.isNull() ? "" : value.string();
      case "bodyEncoding" -> encoding = value.string();
      case "bodyTruncated" -> truncated = value.bool();
      default -> {
        return false;
      }
    }
    return true;
  }

  List<Header> headers() {
    return headers;
  }

  List<Header> trailers() {
    return trailers;
  }

  Body body() throws BadCapture {
    byte[] bytes =
        switch (encoding) {
          case "utf8" -> body.getBytes(StandardCharsets.UTF_8);
          case "base64" -> base64();
          default -> throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
        };
    return truncated ? Body.truncated(bytes) : Body.of(bytes);
  }

  private byte[] base64() throws BadCapture {
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
    }
  }
}
