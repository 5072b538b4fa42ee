package dev.sluice.capture.imports;

import java.util.Locale;

/** The many spellings of the protocol version. */
final class Protocols {
  private Protocols() {}

  /** The usual spelling, or empty for what is none. */
  static String normal(String protocol) {
    return switch (protocol.strip().toLowerCase(Locale.ROOT)) {
      case "http/1.0", "1.0" -> "HTTP/1.0";
      case "http/1.1", "1.1" -> "HTTP/1.1";
      case "http/2", "http/2.0", "h2", "h2c", "2", "2.0" -> "HTTP/2";
      case "http/3", "http/3.0", "h3", "3", "3.0" -> "HTTP/3";
      default -> "";
    };
  }
}
