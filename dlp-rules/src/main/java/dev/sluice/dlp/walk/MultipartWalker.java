package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Multipart bodies (RFC 2046, RFC 7578): text parts are rewritten as the fields they are, file
 * names are replaced, files that cannot be read give way to placeholders.
 */
final class MultipartWalker {
  private final ValueWalker values;
  private final BodyWalker bodies;

  MultipartWalker(ValueWalker values, BodyWalker bodies) {
    this.values = values;
    this.bodies = bodies;
  }

  byte[] walk(byte[] bytes, MediaType type, Where where) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String boundary = type.parameter("boundary").orElseGet(() -> firstLine(text));
    if (boundary.isEmpty() || !text.contains("--" + boundary)) {
      return fallback(bytes, where);
    }
    String delimiter = "--" + boundary;
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    int part = text.indexOf(delimiter);
    while (part >= 0) {
      int start = part + delimiter.length();
      int next = text.indexOf(delimiter, start);
      int end = next < 0 ? text.length() : next;
      out.append(text, at, start);
      out.append(
          text.startsWith("--", start)
              ? epilogue(text, start, end)
              : part(text, start, end, where));
      at = end;
      part = next;
    }
    String after = out.append(text, at, text.length()).toString();
    return after.equals(text) ? bytes : after.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Text behind the last delimiter means nothing to a reader, so it goes. */
  private static String epilogue(String text, int start, int end) {
    String tail = text.substring(start, end);
    return tail.substring(2).isBlank() ? tail : "--\r\n";
  }

  private String part(String text, int start, int end, Where where) {
    String part = text.substring(start, end);
    int gap = part.indexOf("\r\n\r\n");
    int width = 4;
    if (gap < 0) {
      gap = part.indexOf("\n\n");
      width = 2;
    }
    if (gap < 0) {
      return latin(bodies.text(utf8(part), where));
    }
    String head = part.substring(0, gap);
    int close = tail(part);
    String content = part.substring(Math.min(gap + width, close), close);
    String name = attribute(head, "name").orElse("");
    Where at = where.named(utf8(name));
    MediaType type = header(head, "content-type").map(MediaType::parse).orElse(MediaType.NONE);
    boolean file = attribute(head, "filename").isPresent();
    String after =
        file || !type.name().isEmpty() ? file(content, type, at) : field(content, name, at);
    return head(head, at)
        + part.substring(gap, Math.min(gap + width, close))
        + after
        + part.substring(close);
  }

  private String field(String content, String name, Where at) {
    Optional<String> text =
        TextBytes.decode(content.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    if (text.isEmpty()) {
      return file(content, MediaType.NONE, at);
    }
    return latin(bodies.field(text.get(), utf8(name), at));
  }

  private String file(String content, MediaType type, Where at) {
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    byte[] after = bodies.bytes(bytes, type.isMultipart() ? MediaType.NONE : type, at);
    return after == bytes ? content : new String(after, StandardCharsets.ISO_8859_1);
  }

  private String head(String head, Where at) {
    List<String> lines = new ArrayList<>();
    for (String line : head.split("\n", -1)) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-disposition:")) {
        lines.add(fileName(line, at));
      } else if (lower.startsWith("content-type:") || lower.startsWith("content-transfer")) {
        lines.add(line);
      } else if (line.isBlank()) {
        lines.add(line);
      } else {
        lines.add(latin(bodies.text(utf8(line), at)));
      }
    }
    return String.join("\n", lines);
  }

  private String fileName(String line, Where at) {
    String out = line;
    for (String key : List.of("filename", "filename*")) {
      Optional<String> raw = attribute(out, key);
      if (raw.isPresent() && !raw.get().isEmpty()) {
        String after = fileNameValue(utf8(raw.get()), at);
        out = out.replace(raw.get(), latin(after));
      }
    }
    return out;
  }

  private String fileNameValue(String name, Where at) {
    int dot = name.lastIndexOf('.');
    String ending = dot > 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
    String stem = name.substring(0, name.length() - ending.length());
    ValueContext context = ValueContext.of(Place.BODY_FIELD, "filename");
    return values.sensitive(stem, Forced.FILE_NAME, context, at.plus(".filename")) + ending;
  }

  private byte[] fallback(byte[] bytes, Where where) {
    values.leaves().note(where.part() + ":content-type-mismatch");
    return bodies.bytes(bytes, MediaType.NONE, where);
  }

  private static Optional<String> header(String head, String name) {
    for (String line : head.split("\n")) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).strip().equalsIgnoreCase(name)) {
        return Optional.of(line.substring(colon + 1).strip());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> attribute(String head, String name) {
    int at = head.toLowerCase(Locale.ROOT).indexOf("; " + name + "=");
    if (at < 0) {
      return Optional.empty();
    }
    int start = at + name.length() + 3;
    if (start < head.length() && head.charAt(start) == '"') {
      int end = head.indexOf('"', start + 1);
      return end < 0 ? Optional.empty() : Optional.of(head.substring(start + 1, end));
    }
    int end = start;
    while (end < head.length() && ";\r\n ".indexOf(head.charAt(end)) < 0) {
      end++;
    }
    return Optional.of(head.substring(start, end));
  }

  /** Index of the line break that belongs to the next delimiter. */
  private static int tail(String part) {
    if (part.endsWith("\r\n")) {
      return part.length() - 2;
    }
    return part.endsWith("\n") ? part.length() - 1 : part.length();
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return text.startsWith("--") && end > 2 ? text.substring(2, end).strip() : "";
  }

  private static String utf8(String latin) {
    return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
