package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
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
    int part = delimiter(text, delimiter, 0);
    while (part >= 0) {
      int start = part + delimiter.length();
      int next = delimiter(text, delimiter, start);
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

  /** The next delimiter: at the start of a line, with nothing of a word behind it. */
  private static int delimiter(String text, String delimiter, int from) {
    int at = text.indexOf(delimiter, from);
    while (at >= 0) {
      int end = at + delimiter.length();
      boolean closed = end == text.length() || "-\r\n \t".indexOf(text.charAt(end)) >= 0;
      if (closed && (at == 0 || text.charAt(at - 1) == '\n')) {
        return at;
      }
      at = text.indexOf(delimiter, end);
    }
    return -1;
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
    String coding = header(head, "content-transfer-encoding").orElse("").toLowerCase(Locale.ROOT);
    if (type.name().isEmpty() || type.name().equals("application/octet-stream")) {
      type = attribute(head, "filename").flatMap(MultipartWalker::table).orElse(type);
    }
    boolean field = !file && (type.name().isEmpty() || type.name().equals("text/plain"));
    String after;
    if (coding.equals("base64")) {
      after = base64(content, type, name, field, at);
    } else if (coding.equals("quoted-printable")) {
      after = quoted(content, type, name, field, at);
    } else {
      after = field ? field(content, type, name, at) : file(content, type, at);
    }
    return head(head, after.length(), at)
        + part.substring(gap, Math.min(gap + width, close))
        + after
        + part.substring(close);
  }

  /** What a file's name says of separated values, which have no marks of their own. */
  private static Optional<MediaType> table(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".csv")) {
      return Optional.of(MediaType.parse("text/csv"));
    }
    return lower.endsWith(".tsv")
        ? Optional.of(MediaType.parse("text/tab-separated-values"))
        : Optional.empty();
  }

  private String quoted(String content, MediaType type, String name, boolean field, Where at) {
    Optional<String> plain = QuotedPrintable.decode(content);
    if (plain.isEmpty()) {
      return file(content, type, at);
    }
    String after = field ? field(plain.get(), type, name, at) : file(plain.get(), type, at);
    return after.equals(plain.get()) ? content : QuotedPrintable.encode(after);
  }

  private String base64(String content, MediaType type, String name, boolean field, Where at) {
    String plain;
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(content);
      plain = new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      return file(content, type, at);
    }
    String after = field ? field(plain, type, name, at) : file(plain, type, at);
    if (after.equals(plain)) {
      return content;
    }
    boolean lines = content.strip().indexOf('\n') >= 0;
    Base64.Encoder encoder = lines ? Base64.getMimeEncoder() : Base64.getEncoder();
    return encoder.encodeToString(after.getBytes(StandardCharsets.ISO_8859_1));
  }

  private String field(String content, MediaType type, String name, Where at) {
    Charset charset = type.charset().orElse(StandardCharsets.UTF_8);
    Optional<String> text =
        TextBytes.decode(content.getBytes(StandardCharsets.ISO_8859_1), charset);
    if (text.isEmpty()) {
      return file(content, MediaType.NONE, at);
    }
    String after = bodies.field(text.get(), utf8(name), at);
    return after.equals(text.get())
        ? content
        : new String(after.getBytes(charset), StandardCharsets.ISO_8859_1);
  }

  private String file(String content, MediaType type, Where at) {
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    byte[] after = bodies.bytes(bytes, type.isMultipart() ? MediaType.NONE : type, at);
    return after == bytes ? content : new String(after, StandardCharsets.ISO_8859_1);
  }

  private String head(String head, int length, Where at) {
    List<String> lines = new ArrayList<>();
    for (String line : head.split("\n", -1)) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-disposition:")) {
        lines.add(fileName(line, at));
      } else if (lower.startsWith("content-length:")) {
        lines.add(line.replaceFirst("[0-9]+", Integer.toString(length)));
      } else if (lower.startsWith("content-type:") || lower.startsWith("content-transfer")) {
        lines.add(line);
      } else if (line.isBlank()) {
        lines.add(line);
      } else {
        lines.add(latin(header(utf8(line), at)));
      }
    }
    return String.join("\n", lines);
  }

  /** A header of a part is a value under a name like any other. */
  private String header(String line, Where at) {
    int colon = line.indexOf(':');
    if (colon < 0) {
      return bodies.text(line, at);
    }
    int start = colon + 1;
    while (start < line.length() && line.charAt(start) == ' ') {
      start++;
    }
    int end = line.endsWith("\r") ? line.length() - 1 : line.length();
    String value = line.substring(start, Math.max(start, end));
    ValueContext context = ValueContext.of(Place.BODY_FIELD, line.substring(0, colon));
    String after = values.value(value, context, at.plus(".header"));
    return line.substring(0, start) + after + line.substring(start + value.length());
  }

  private String fileName(String line, Where at) {
    String out = line;
    for (String key : List.of("filename", "filename*")) {
      int[] span = span(out, key);
      if (span[0] < span[1]) {
        String raw = utf8(out.substring(span[0], span[1]));
        String after = key.endsWith("*") ? extended(raw, at) : fileNameValue(raw, at);
        out = out.substring(0, span[0]) + latin(after) + out.substring(span[1]);
      }
    }
    return out;
  }

  /** {@code UTF-8''na%20me} (RFC 8187). */
  private String extended(String raw, Where at) {
    int quote = raw.lastIndexOf('\'');
    String encoded = raw.substring(quote + 1);
    String name = Percent.decode(encoded, false).orElse(encoded);
    String after = fileNameValue(name, at);
    return raw.substring(0, quote + 1)
        + (after.equals(name) ? encoded : Percent.encode(after, "", false));
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
    int[] span = span(head, name);
    return span[0] < 0 ? Optional.empty() : Optional.of(head.substring(span[0], span[1]));
  }

  /** Start and end of a parameter's value without quotes; -1 twice if there is none. */
  private static int[] span(String head, String name) {
    String lower = head.toLowerCase(Locale.ROOT);
    int at = lower.indexOf(name + "=");
    while (at > 0 && "; \t\n".indexOf(lower.charAt(at - 1)) < 0) {
      at = lower.indexOf(name + "=", at + 1);
    }
    if (at <= 0) {
      return new int[] {-1, -1};
    }
    int start = at + name.length() + 1;
    if (start < head.length() && head.charAt(start) == '"') {
      int end = head.indexOf('"', start + 1);
      return end < 0 ? new int[] {-1, -1} : new int[] {start + 1, end};
    }
    int end = start;
    while (end < head.length() && ";\r\n ".indexOf(head.charAt(end)) < 0) {
      end++;
    }
    return new int[] {start, end};
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
