package dev.sluice.capture.proxy;

import dev.sluice.capture.internal.Utf8;
import dev.sluice.model.Header;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which headers a proxy passes on (RFC 9110, section 7.6.1), and how they are recorded. */
final class ForwardedHeaders {
  private static final Set<String> HOP_BY_HOP =
      Set.of("connection", "proxy-connection", "keep-alive", "te", "transfer-encoding", "upgrade");

  private ForwardedHeaders() {}

  /** Copies all that are meant for the other end, in order, with duplicates. */
  static void copy(MultiMap from, MultiMap to, Set<String> butNot) {
    Set<String> skipped = new HashSet<>(HOP_BY_HOP);
    skipped.addAll(butNot);
    for (String connection : from.getAll("connection")) {
      for (String option : connection.split(",", -1)) {
        skipped.add(option.strip().toLowerCase(Locale.ROOT));
      }
    }
    for (Map.Entry<String, String> header : from) {
      if (!skipped.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        to.add(header.getKey(), header.getValue());
      }
    }
  }

  static boolean isChunked(MultiMap headers) {
    return headers.getAll("transfer-encoding").stream()
        .anyMatch(v -> v.toLowerCase(Locale.ROOT).contains("chunked"));
  }

  /** All headers as they came, hop-by-hop ones too. */
  static List<Header> recorded(MultiMap headers) {
    List<Header> recorded = new ArrayList<>();
    for (Map.Entry<String, String> header : headers) {
      recorded.add(new Header(text(header.getKey()), text(header.getValue())));
    }
    return recorded;
  }

  /** The parser reads bytes as Latin-1; what was UTF-8 on the wire is recorded as such. */
  static String text(String latin1) {
    for (int i = 0; i < latin1.length(); i++) {
      if (latin1.charAt(i) > 0x7f) {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return Utf8.isValid(bytes) ? new String(bytes, StandardCharsets.UTF_8) : latin1;
      }
    }
    return latin1;
  }
}
