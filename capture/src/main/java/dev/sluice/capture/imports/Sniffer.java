package dev.sluice.capture.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.capture.internal.RawJson;
import dev.sluice.capture.internal.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a file's format from its first bytes; the name decides only where they say nothing. */
final class Sniffer {
  private static final int HEAD = 1 << 18;
  private static final Pattern GOR =
      Pattern.compile("(?s)\\s*[123] [0-9a-zA-Z]{1,64} [0-9]{10,19}( -?[0-9]+)?\\s*\\n.*");
  private static final Pattern MD = Pattern.compile("(?s)\\s*### REQUEST\\b.*");
  private static final int LINES = 20;

  private Sniffer() {}

  /** The format of a file; empty if it is none that can be imported. */
  static Optional<Format> sniff(Path file) {
    try (InputStream in = Streams.open(file)) {
      Optional<Format> format = sniff(head(in));
      return format.isPresent() ? format : byName(file);
    } catch (IOException e) {
      return byName(file); // damaged from the start: its reader will say so
    }
  }

  /** As much of the beginning as can be read: a file may be damaged further on. */
  private static byte[] head(InputStream in) throws IOException {
    byte[] head = new byte[HEAD];
    int size = 0;
    while (size < HEAD) {
      int n;
      try {
        n = in.read(head, size, HEAD - size);
      } catch (IOException e) {
        break;
      }
      if (n < 0) {
        break;
      }
      size += n;
    }
    return Arrays.copyOf(head, size);
  }

  private static Optional<Format> sniff(byte[] head) {
    int bom = Utf8.bomLength(head);
    String text = new String(head, bom, head.length - bom, StandardCharsets.UTF_8);
    if (MD.matcher(text).matches()) {
      return Optional.of(Format.RRPAIR_MD);
    }
    if (GOR.matcher(text).matches()) {
      return Optional.of(Format.GOREPLAY);
    }
    Optional<Format> whole = json(text);
    return whole.isPresent()
        ? whole
        : text.lines().limit(LINES).map(Sniffer::json).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Format> json(String text) {
    if (!text.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    Set<String> keys = rootKeys(text);
    if (keys.contains("log")) {
      return Optional.of(Format.HAR);
    }
    boolean pair = keys.contains("http") && keys.contains("l7protocol");
    if (pair || keys.contains("msgType=rrpair")) {
      return Optional.of(Format.RRPAIR_JSONL);
    }
    boolean canonical =
        keys.contains("request")
            && (keys.contains("direction") || keys.contains("env") || keys.contains("service"));
    return canonical ? Optional.of(Format.SLUICE_JSON) : Optional.empty();
  }

  /** Keys of the first object, as far as it is there. */
  private static Set<String> rootKeys(String text) {
    Set<String> keys = new HashSet<>();
    try (JsonParser json = RawJson.FACTORY.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return keys;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String key = json.currentName();
        keys.add(key);
        JsonToken value = json.nextToken();
        if (key.equals("msgType") && value == JsonToken.VALUE_STRING) {
          keys.add("msgType=" + json.getText());
        }
        json.skipChildren();
      }
    } catch (IOException e) {
      return keys; // the head ends within the object, or it is damaged
    }
    return keys;
  }

  private static Optional<Format> byName(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    if (plain.endsWith(".har") || plain.endsWith(".zhar")) {
      return Optional.of(Format.HAR);
    }
    return plain.endsWith(".gor") ? Optional.of(Format.GOREPLAY) : Optional.empty();
  }
}
