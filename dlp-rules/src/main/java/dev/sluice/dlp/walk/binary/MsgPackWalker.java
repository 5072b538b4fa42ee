package dev.sluice.dlp.walk.binary;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * MessagePack (the specification of 2017, github.com/msgpack/msgpack), also several values in a
 * row. Lists and maps count their elements, so that a longer text changes nothing but itself.
 */
public final class MsgPackWalker {
  private final ByteCursor in;
  private final Splice out;
  private final int maxDepth;

  private MsgPackWalker(byte[] bytes, int maxDepth) {
    this.in = new ByteCursor(bytes);
    this.out = new Splice(bytes);
    this.maxDepth = maxDepth;
  }

  /** The rewritten bytes; the same array if nothing changed. */
  public static byte[] walk(byte[] bytes, Scope root, int maxDepth) {
    read(bytes, Untouched.SCOPE, maxDepth); // damage at the end must not leave findings behind
    return read(bytes, root, maxDepth);
  }

  private static byte[] read(byte[] bytes, Scope root, int maxDepth) {
    MsgPackWalker walker = new MsgPackWalker(bytes, maxDepth);
    do {
      walker.value(root, 0);
    } while (!walker.in.atEnd());
    return walker.out.result();
  }

  private void value(Scope at, int depth) {
    int start = in.pos();
    int head = in.next();
    if (head <= 0x7f || head >= 0xe0) {
      integer(start, BigInteger.valueOf((byte) head), at);
    } else if (head <= 0x8f) {
      map(head & 0x0f, at, depth);
    } else if (head <= 0x9f) {
      list(head & 0x0f, at, depth);
    } else if (head <= 0xbf) {
      text(start, head & 0x1f, at);
    } else {
      marked(start, head, at, depth);
    }
  }

  private void marked(int start, int head, Scope at, int depth) {
    switch (head) {
      case 0xc0, 0xc2, 0xc3 -> {} // nil, false, true
      case 0xc4, 0xc5, 0xc6 -> binary(start, in.unsigned(1 << (head - 0xc4)), at);
      case 0xc7, 0xc8, 0xc9 -> extension(start, in.unsigned(1 << (head - 0xc7)), at);
      case 0xca -> single(start, at);
      case 0xcb -> twofold(start, at);
      case 0xcc, 0xcd, 0xce, 0xcf -> unsigned(start, 1 << (head - 0xcc), at);
      case 0xd0, 0xd1, 0xd2, 0xd3 -> signed(start, 1 << (head - 0xd0), at);
      case 0xd4, 0xd5, 0xd6, 0xd7, 0xd8 -> extension(start, 1L << (head - 0xd4), at);
      case 0xd9, 0xda, 0xdb -> text(start, in.unsigned(1 << (head - 0xd9)), at);
      case 0xdc -> list(in.unsigned(2), at, depth);
      case 0xdd -> list(in.unsigned(4), at, depth);
      case 0xde -> map(in.unsigned(2), at, depth);
      case 0xdf -> map(in.unsigned(4), at, depth);
      default -> throw BadBinary.malformed();
    }
  }

  private void list(long count, Scope at, int depth) {
    deeper(depth);
    Scope item = at.item();
    for (long i = 0; i < count; i++) {
      value(item, depth + 1);
    }
  }

  private void map(long count, Scope above, int depth) {
    deeper(depth);
    Scope at = above.paired(members(count, depth));
    MapKeys keys = new MapKeys();
    for (long i = 0; i < count; i++) {
      int start = in.pos();
      Optional<byte[]> raw = key();
      Optional<String> key = raw.flatMap(Utf8::decode);
      if (key.isEmpty()) {
        if (raw.isEmpty()) {
          value(at.item(), depth + 1);
        }
        value(at.item(), depth + 1);
        continue;
      }
      String kept = keys.write(key.get(), at);
      boolean same = kept.equals(key.get());
      if (!same) {
        out.replace(start, in.pos(), MsgPackHeads.text(Utf8.encode(kept)));
      }
      value(at.field(kept, same), depth + 1);
    }
  }

  /** The members that stand next, up to the first that holds others. */
  private Map<String, String> members(long count, int depth) {
    int start = in.pos();
    Members members = new Members();
    for (long i = 0; i < Math.min(count, Members.MOST); i++) {
      Optional<String> key = key().flatMap(Utf8::decode);
      if (key.isEmpty()) {
        break;
      }
      Scope member = members.field(key.get(), true);
      if (!isScalar(in.peek())) {
        break;
      }
      value(member, depth + 1);
    }
    in.back(start);
    return members.found();
  }

  private static boolean isScalar(int head) {
    boolean sized = head >= 0xc4 && head <= 0xc9 || head >= 0xd4 && head <= 0xd8 || head >= 0xdc;
    return head <= 0x7f || head >= 0xe0 || (head >= 0xa0 && !sized);
  }

  /** The bytes of the key that stands next, if it is a text; else nothing is read. */
  private Optional<byte[]> key() {
    int head = in.peek();
    boolean shortText = head >= 0xa0 && head <= 0xbf;
    if (!shortText && (head < 0xd9 || head > 0xdb)) {
      return Optional.empty();
    }
    in.next();
    return Optional.of(in.take(shortText ? head & 0x1f : in.unsigned(1 << (head - 0xd9))));
  }

  private void text(int start, long length, Scope at) {
    byte[] raw = in.take(length);
    Optional<String> text = Utf8.decode(raw);
    byte[] after = raw;
    if (text.isPresent()) {
      String written = at.text(text.get());
      after = written.equals(text.get()) ? raw : Utf8.encode(written);
    } else {
      after = at.bytes(raw);
    }
    if (after != raw) {
      out.replace(start, in.pos(), MsgPackHeads.text(after));
    }
  }

  private void binary(int start, long length, Scope at) {
    byte[] raw = in.take(length);
    byte[] after = at.bytes(raw);
    if (after != raw) {
      out.replace(start, in.pos(), MsgPackHeads.binary(after));
    }
  }

  private void extension(int start, long length, Scope at) {
    int type = in.next();
    byte[] raw = in.take(length);
    byte[] after = type == 0xff ? MsgPackTime.walk(raw, at) : at.bytes(raw);
    if (!Arrays.equals(after, raw)) {
      out.replace(start, in.pos(), MsgPackHeads.extension(type, after));
    }
  }

  private void unsigned(int start, int width, Scope at) {
    long value = in.unsigned(width);
    BigInteger number =
        width == 8 ? new BigInteger(Long.toUnsignedString(value)) : BigInteger.valueOf(value);
    integer(start, number, at);
  }

  private void signed(int start, int width, Scope at) {
    int unused = 64 - 8 * width;
    integer(start, BigInteger.valueOf(in.unsigned(width) << unused >> unused), at);
  }

  private void integer(int start, BigInteger value, Scope at) {
    String text = value.toString();
    String after = at.number(text);
    if (!after.equals(text)) {
      byte[] written =
          Numbers.integer(after)
              .map(MsgPackHeads::integer)
              .orElseGet(() -> Numbers.doubled(0xcb, Numbers.decimal(after)));
      out.replace(start, in.pos(), written);
    }
  }

  private void single(int start, Scope at) {
    float value = Float.intBitsToFloat((int) in.unsigned(4));
    Numbers.text(value)
        .ifPresent(
            text -> {
              String after = at.number(text);
              if (!after.equals(text)) {
                byte[] written = Numbers.floated(0xca, (float) Numbers.decimal(after));
                out.replace(start, in.pos(), written);
              }
            });
  }

  private void twofold(int start, Scope at) {
    double value = Double.longBitsToDouble(in.unsigned(8));
    Numbers.text(value)
        .ifPresent(
            text -> {
              String after = at.number(text);
              if (!after.equals(text)) {
                out.replace(start, in.pos(), Numbers.doubled(0xcb, Numbers.decimal(after)));
              }
            });
  }

  private void deeper(int depth) {
    if (depth >= maxDepth) {
      throw BadBinary.tooDeep();
    }
  }
}
