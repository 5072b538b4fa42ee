package dev.sluice.dlp.walk.binary;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/** The timestamp extension of MessagePack (type -1): 32, 64 or 96 bits. */
final class MsgPackTime {
  private static final long SECONDS_MASK = (1L << 34) - 1;

  private MsgPackTime() {}

  /** The timestamp with its seconds as the scope wants them; the same array if it keeps them. */
  static byte[] walk(byte[] raw, Scope at) {
    ByteBuffer in = ByteBuffer.wrap(raw);
    return switch (raw.length) {
      case 4 -> walk(raw, in.getInt() & 0xffffffffL, 0, at);
      case 8 -> {
        long both = in.getLong();
        yield walk(raw, both & SECONDS_MASK, (int) (both >>> 34), at);
      }
      case 12 -> {
        int nanos = in.getInt();
        yield walk(raw, in.getLong(), nanos, at);
      }
      default -> throw BadBinary.malformed();
    };
  }

  private static byte[] walk(byte[] raw, long seconds, int nanos, Scope at) {
    String text = Long.toString(seconds);
    String after = at.time().number(text);
    if (after.equals(text)) {
      return raw;
    }
    long moved = Numbers.integer(after).map(BigInteger::longValue).orElse(0L);
    return ByteBuffer.allocate(12).putInt(nanos).putLong(moved).array();
  }
}
