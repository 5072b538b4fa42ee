package dev.sluice.dlp.walk.binary;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Protobuf messages without their schema: by the wire format alone. Texts are rewritten and the
 * lengths of all messages around them follow; everything else is copied verbatim.
 *
 * <p>A field with a length can hold a text, a message or bytes. See {@link #readsAsMessage} for how
 * that is decided.
 */
public final class ProtobufWalker {
  /** Numbers below are measures, enums and flags; without a name they say nothing. */
  private static final long LEAST_NUMBER = 10_000_000;

  private final int maxDepth;

  private ProtobufWalker(int maxDepth) {
    this.maxDepth = maxDepth;
  }

  /** The rewritten message; the same array if nothing changed. */
  public static byte[] walk(byte[] bytes, Scope root, int maxDepth) {
    if (!WireCursor.isMessage(bytes)) {
      throw BadBinary.malformed();
    }
    return new ProtobufWalker(maxDepth).message(bytes, root, 0);
  }

  /** As {@link #walk}; also messages in a row, each behind its length as a varint. */
  public static byte[] walkAny(byte[] bytes, Scope root, int maxDepth) {
    if (WireCursor.isMessage(bytes) || !Delimited.isStream(bytes)) {
      return walk(bytes, root, maxDepth);
    }
    ProtobufWalker walker = new ProtobufWalker(maxDepth);
    return Delimited.rewrite(bytes, m -> walker.message(m, root.item(), 0));
  }

  /**
   * Whether bytes that may be a text, a message or neither are read as a message. Bytes that are no
   * fields are none. Fields that cannot be text are a message. What could be both is mostly a short
   * text, since two letters often make a field; it is a message only if its fields have rising
   * numbers, at least one holds text of its own, and it begins as a text does not: with a line
   * break, which is the tag of a first field with a length, or with one field that fills it
   * exactly.
   */
  public static boolean readsAsMessage(byte[] bytes) {
    if (bytes.length == 0 || !WireCursor.isMessage(bytes)) {
      return false;
    }
    return Utf8.clean(bytes).isEmpty() || isLikelyMessage(bytes);
  }

  private static boolean isLikelyMessage(byte[] bytes) {
    WireCursor field = new WireCursor(bytes);
    long last = 0;
    int fields = 0;
    boolean text = false;
    while (!field.atEnd()) {
      field.next();
      boolean fits = field.number() >= last && field.type() != WireCursor.GROUP;
      if (!fits || (field.type() == WireCursor.BYTES && Utf8.decode(field.payload()).isEmpty())) {
        return false;
      }
      text |= field.type() == WireCursor.BYTES;
      last = field.number();
      fields++;
    }
    return text && (bytes[0] == '\n' || fields == 1);
  }

  private byte[] message(byte[] bytes, Scope at, int depth) {
    if (depth >= maxDepth) {
      throw BadBinary.tooDeep();
    }
    boolean time = ProtobufTime.isTimestamp(bytes);
    Splice out = new Splice(bytes);
    WireCursor field = new WireCursor(bytes);
    while (!field.atEnd() && field.next()) {
      Scope below = at.numbered(field.number());
      if (field.type() == WireCursor.VARINT) {
        number(field, time && field.number() == 1 ? below.time() : below, out);
      } else if (field.type() == WireCursor.BYTES) {
        byte[] before = field.payload();
        byte[] after = payload(before, below, depth);
        if (after != before) {
          int start = field.valueStart();
          out.replace(start, field.end(), WireCursor.encode(after.length), after);
        }
      }
    }
    return out.result();
  }

  private byte[] payload(byte[] bytes, Scope at, int depth) {
    if (bytes.length == 0) {
      return bytes;
    }
    if (readsAsMessage(bytes)) {
      return message(bytes, at, depth + 1);
    }
    Optional<String> text = Utf8.clean(bytes);
    if (text.isEmpty()) {
      return at.bytes(bytes);
    }
    String after = at.text(text.get());
    return after.equals(text.get()) ? bytes : Utf8.encode(after);
  }

  private static void number(WireCursor field, Scope at, Splice out) {
    if (field.value() < LEAST_NUMBER) {
      return;
    }
    String text = Long.toString(field.value());
    String after = at.number(text);
    if (!after.equals(text)) {
      long written = Numbers.integer(after).map(BigInteger::longValue).orElse(0L);
      out.replace(field.valueStart(), field.end(), WireCursor.encode(written));
    }
  }
}
