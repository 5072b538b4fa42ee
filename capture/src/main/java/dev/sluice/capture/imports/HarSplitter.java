package dev.sluice.capture.imports;

import dev.sluice.capture.internal.BadCapture;
import dev.sluice.model.QuarantineReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the elements of {@code log.entries} out of a HAR of any size, as bytes. Follows only strings
 * and brackets, so that an entry that is not valid JSON, too deep or too large costs that entry and
 * not the rest of the file.
 */
final class HarSplitter {
  private static final int KEY_BYTES = 16; // longer keys are none we look for

  private final ByteReader in;
  private final int limit;
  private boolean inEntries;
  private boolean done;

  HarSplitter(InputStream in, int limit) {
    this.in = new ByteReader(in);
    this.limit = limit;
  }

  /** The next entry's bytes, or null at the end. */
  byte @Nullable [] next() throws IOException, BadCapture {
    if (done || (!inEntries && !seekEntries())) {
      return null;
    }
    int c = in.read();
    while (c == ',' || isSpace(c)) {
      c = in.read();
    }
    if (c == ']') {
      done = true;
      return null;
    }
    return element(c);
  }

  void close() throws IOException {
    in.close();
  }

  /** Moves behind the {@code [} of log.entries; false if the document has none. */
  private boolean seekEntries() throws IOException, BadCapture {
    String[] keys = {"", "", ""};
    int depth = 0;
    boolean seen = false;
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '"') {
        String text = string();
        if (depth > 0 && depth < 3 && colonFollows()) {
          keys[depth] = text;
        }
      } else if (c == '{' || c == '[') {
        depth++;
        seen = true;
        if (depth == 3 && c == '[' && keys[1].equals("log") && keys[2].equals("entries")) {
          inEntries = true;
          return true;
        }
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    done = true;
    if (!seen || depth != 0) {
      throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
    }
    return false;
  }

  private byte[] element(int first) throws IOException, BadCapture {
    Collected out = new Collected();
    int depth = 0;
    boolean inString = false;
    boolean escaped = false;
    for (int c = first; c >= 0; c = in.read()) {
      out.add(c);
      if (inString) {
        inString = escaped || c != '"';
        escaped = !escaped && c == '\\';
      } else if (c == '"') {
        inString = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
      if (depth == 0 && !inString && endsHere(c)) {
        return out.bytes();
      }
    }
    done = true;
    throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
  }

  /** An object ends at its bracket; what is none of them ends before a comma or bracket. */
  private boolean endsHere(int c) throws IOException {
    int next = in.peek();
    return c == '}' || c == ']' || next == ',' || next == ']';
  }

  private String string() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream(KEY_BYTES);
    boolean escaped = false;
    for (int c = in.read(); c >= 0 && (escaped || c != '"'); c = in.read()) {
      escaped = !escaped && c == '\\';
      if (text.size() < KEY_BYTES) {
        text.write(c);
      }
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  private boolean colonFollows() throws IOException {
    while (isSpace(in.peek())) {
      in.read();
    }
    return in.peek() == ':';
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /** Bytes up to the limit; beyond it only the fact that there were more. */
  private final class Collected {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean tooLarge;

    void add(int c) {
      tooLarge |= out.size() >= limit;
      if (!tooLarge) {
        out.write(c);
      }
    }

    byte[] bytes() throws BadCapture {
      if (tooLarge) {
        throw new BadCapture(QuarantineReason.TOO_LARGE);
      }
      return out.toByteArray();
    }
  }
}
