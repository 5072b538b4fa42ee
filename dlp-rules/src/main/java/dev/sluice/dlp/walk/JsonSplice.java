package dev.sluice.dlp.walk;

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
      splice.value(marks.from(i), marks.to(i), reader, i);
    }
    return splice.result();
  }

  private void value(int from, int to, JsonMarks.Reader reader, int mark) {
    if (json[from] == '"') {
      String raw = text(from + 1, to - 1);
      String before = JsonStrings.unescape(raw, 0, raw.length());
      String after = values.value(before, reader.context(mark), reader.where(mark), 0);
      if (!after.equals(before)) {
        replace(from + 1, to - 1, JsonStrings.respell(raw, before, after));
      }
      return;
    }
    String number = text(from, to);
    String after = values.number(number, reader.context(mark), reader.where(mark));
    if (!after.equals(number)) {
      replace(from, to, after);
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
