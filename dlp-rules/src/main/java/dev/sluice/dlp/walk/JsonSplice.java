package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.ValueContext;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Rewrites the marked values of a JSON body in UTF-8 and copies all other bytes as they are. Does
 * what {@link JsonWalker} does, where no name needs a look.
 */
final class JsonSplice {
  private final ValueWalker values;
  private final byte[] json;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(0);
  private int copied;

  private JsonSplice(ValueWalker values, byte[] json) {
    this.values = values;
    this.json = json;
  }

  /**
   * The rewritten bytes; the same array if nothing changed.
   *
   * @param where the location of a whole document
   */
  static byte[] walk(ValueWalker values, byte[] json, JsonMarks marks, Where where) {
    JsonSplice splice = new JsonSplice(values, json);
    JsonMarks.Reader reader = marks.new Reader(where);
    for (int i = 0; i < marks.size(); i++) {
      splice.value(marks, reader, i);
    }
    return splice.result();
  }

  private void value(JsonMarks marks, JsonMarks.Reader reader, int mark) {
    int from = marks.from(mark);
    int to = marks.to(mark);
    ValueContext context = reader.context(mark);
    Where where = reader.where(mark);
    if (json[from] != '"') {
      String number = text(from, to);
      String after = values.number(number, context, where);
      if (!after.equals(number)) {
        replace(from, to, after);
      }
      return;
    }
    String raw = text(from + 1, to - 1);
    boolean plain = marks.isPlain(mark);
    String before = plain ? raw : JsonStrings.unescape(raw, 0, raw.length());
    String after =
        plain ? values.plain(raw, context, where, 0) : values.value(before, context, where, 0);
    if (!after.equals(before)) {
      replace(from + 1, to - 1, JsonStrings.respell(raw, before, after));
    }
  }

  private String text(int from, int to) {
    return new String(json, from, to - from, StandardCharsets.UTF_8);
  }

  private void replace(int from, int to, String text) {
    out.write(json, copied, from - copied);
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    copied = to;
  }

  private byte[] result() {
    if (copied == 0) {
      return json;
    }
    out.write(json, copied, json.length - copied);
    return out.toByteArray();
  }
}
