package dev.sluice.dlp.walk.binary;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * CBOR (RFC 8949) and CBOR sequences (RFC 8742): definite and indefinite lengths, tags, encoded
 * items inside byte strings (tag 24). Lists and maps count their elements, so that a longer text
 * changes nothing but itself.
 */
public final class CborWalker {
  private static final int BREAK = 0xff;
  private static final int INDEFINITE = 31;
  private static final int EPOCH = 1;
  private static final int ENCODED_ITEM = 24;

  private final ByteCursor in;
  private final Splice out;
  private final int maxDepth;

  private CborWalker(byte[] bytes, int maxDepth) {
    this.in = new ByteCursor(bytes);
    this.out = new Splice(bytes);
    this.maxDepth = maxDepth;
  }

  /** The rewritten bytes; the same array if nothing changed. */
  public static byte[] walk(byte[] bytes, Scope root, int maxDepth) {
    walk(bytes, Untouched.SCOPE, 0, maxDepth); // damage at the end must not leave findings behind
    return walk(bytes, root, 0, maxDepth);
  }

  private static byte[] walk(byte[] bytes, Scope root, int depth, int maxDepth) {
    CborWalker walker = new CborWalker(bytes, maxDepth);
    do {
      walker.value(root, depth);
    } while (!walker.in.atEnd());
    return walker.out.result();
  }

  private void value(Scope at, int depth) {
    int start = in.pos();
    int head = in.next();
    int info = head & 0x1f;
    switch (head >> 5) {
      case 0 -> integer(start, natural(info), at);
      case 1 -> integer(start, natural(info).negate().subtract(BigInteger.ONE), at);
      case 2 -> bytes(start, string(2, info), at);
      case 3 -> text(start, string(3, info), at);
      case 4 -> list(info, at, depth);
      case 5 -> map(info, at, depth);
      case 6 -> tagged(argument(info), at, depth);
      default -> simple(start, info, at);
    }
  }

  private void tagged(long tag, Scope at, int depth) {
    deeper(depth);
    int start = in.pos();
    if (tag == ENCODED_ITEM && in.peek() >> 5 == 2) {
      byte[] item = string(2, in.next() & 0x1f);
      byte[] after = item.length == 0 ? item : walk(item, at, depth + 1, maxDepth);
      if (after != item) {
        out.replace(start, in.pos(), head(2, after.length), after);
      }
    } else {
      value(tag == EPOCH ? at.time() : at, depth + 1);
    }
  }

  private void list(int info, Scope at, int depth) {
    deeper(depth);
    Scope item = at.item();
    if (info == INDEFINITE) {
      while (!atBreak()) {
        value(item, depth + 1);
      }
      return;
    }
    long count = argument(info);
    for (long i = 0; i != count; i++) {
      value(item, depth + 1);
    }
  }

  private void map(int info, Scope above, int depth) {
    deeper(depth);
    MapKeys keys = new MapKeys();
    if (info == INDEFINITE) {
      Scope at = above.paired(members(Members.MOST, depth));
      while (!atBreak()) {
        entry(keys, at, depth);
      }
      return;
    }
    long count = argument(info);
    Scope at = above.paired(members(count, depth));
    for (long i = 0; i != count; i++) {
      entry(keys, at, depth);
    }
  }

  /** The members that stand next, up to the first that holds others. */
  private Map<String, String> members(long count, int depth) {
    int start = in.pos();
    Members members = new Members();
    for (long i = 0; i != count && i < Members.MOST && in.peek() >> 5 == 3; i++) {
      Optional<String> key = Utf8.decode(string(3, in.next() & 0x1f));
      Scope member = members.field(key.orElseThrow(BadBinary::malformed), true);
      int major = in.peek() >> 5;
      if (major == 2 || (major >= 4 && major < 7) || in.peek() == BREAK) {
        break;
      }
      value(member, depth + 1);
    }
    in.back(start);
    return members.found();
  }

  private void entry(MapKeys keys, Scope at, int depth) {
    int start = in.pos();
    if (in.peek() >> 5 != 3) {
      value(at.item(), depth + 1);
      value(at.item(), depth + 1);
      return;
    }
    Optional<String> key = Utf8.decode(string(3, in.next() & 0x1f));
    if (key.isEmpty()) {
      throw BadBinary.malformed();
    }
    String kept = keys.write(key.get(), at);
    boolean same = kept.equals(key.get());
    if (!same) {
      byte[] utf8 = Utf8.encode(kept);
      out.replace(start, in.pos(), head(3, utf8.length), utf8);
    }
    value(at.field(kept, same), depth + 1);
  }

  private void text(int start, byte[] raw, Scope at) {
    String text = Utf8.decode(raw).orElseThrow(BadBinary::malformed);
    String after = at.text(text);
    if (!after.equals(text)) {
      byte[] utf8 = Utf8.encode(after);
      out.replace(start, in.pos(), head(3, utf8.length), utf8);
    }
  }

  private void bytes(int start, byte[] raw, Scope at) {
    byte[] after = at.bytes(raw);
    if (after != raw) {
      out.replace(start, in.pos(), head(2, after.length), after);
    }
  }

  private void integer(int start, BigInteger value, Scope at) {
    String text = value.toString();
    String after = at.number(text);
    if (!after.equals(text)) {
      byte[] written =
          Numbers.integer(after)
              .map(CborWalker::integer)
              .orElseGet(() -> Numbers.doubled(0xfb, Numbers.decimal(after)));
      out.replace(start, in.pos(), written);
    }
  }

  private void simple(int start, int info, Scope at) {
    switch (info) {
      case 26 -> single(start, Float.intBitsToFloat((int) in.unsigned(4)), at);
      case 27 -> twofold(start, Double.longBitsToDouble(in.unsigned(8)), at);
      case 24 -> in.skip(1);
      case 25 -> in.skip(2); // too coarse for anything but measures
      case 28, 29, 30, INDEFINITE -> throw BadBinary.malformed();
      default -> {} // false, true, null, undefined
    }
  }

  private void single(int start, float value, Scope at) {
    String text = Numbers.text(value).orElse("");
    String after = text.isEmpty() ? text : at.number(text);
    if (!after.equals(text)) {
      out.replace(start, in.pos(), Numbers.floated(0xfa, (float) Numbers.decimal(after)));
    }
  }

  private void twofold(int start, double value, Scope at) {
    String text = Numbers.text(value).orElse("");
    String after = text.isEmpty() ? text : at.number(text);
    if (!after.equals(text)) {
      out.replace(start, in.pos(), Numbers.doubled(0xfb, Numbers.decimal(after)));
    }
  }

  /** The bytes of a string whose head has been read; the chunks of an indefinite one joined. */
  private byte[] string(int major, int info) {
    if (info != INDEFINITE) {
      return in.take(argument(info));
    }
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    while (!atBreak()) {
      int head = in.next();
      if (head >> 5 != major || (head & 0x1f) == INDEFINITE) {
        throw BadBinary.malformed();
      }
      chunks.writeBytes(in.take(argument(head & 0x1f)));
    }
    return chunks.toByteArray();
  }

  private boolean atBreak() {
    if (in.peek() != BREAK) {
      return false;
    }
    in.next();
    return true;
  }

  /** The argument of a head; unsigned, so that 2^63 and more come out negative. */
  private long argument(int info) {
    if (info < 24) {
      return info;
    }
    if (info > 27) {
      throw BadBinary.malformed();
    }
    return in.unsigned(1 << (info - 24));
  }

  private BigInteger natural(int info) {
    return new BigInteger(Long.toUnsignedString(argument(info)));
  }

  private static byte[] integer(BigInteger value) {
    return value.signum() < 0
        ? head(1, value.negate().subtract(BigInteger.ONE).longValue())
        : head(0, value.longValue());
  }

  private static byte[] head(int major, long argument) {
    int type = major << 5;
    if (argument >= 0 && argument < 24) {
      return new byte[] {(byte) (type | argument)};
    }
    int size = 64 - Long.numberOfLeadingZeros(argument);
    int power = size <= 8 ? 0 : size <= 16 ? 1 : size <= 32 ? 2 : 3;
    return Numbers.headed(type | (24 + power), argument, 1 << power);
  }

  private void deeper(int depth) {
    if (depth >= maxDepth) {
      throw BadBinary.tooDeep();
    }
  }
}
