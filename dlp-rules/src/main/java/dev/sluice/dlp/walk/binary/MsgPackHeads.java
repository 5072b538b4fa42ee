package dev.sluice.dlp.walk.binary;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** Writes MessagePack values in their shortest form. */
final class MsgPackHeads {

  private MsgPackHeads() {}

  static byte[] text(byte[] utf8) {
    int length = utf8.length;
    if (length <= 31) {
      return joined(Numbers.headed(0xa0 | length, 0, 0), utf8);
    }
    return joined(sized(0xd9, length), utf8);
  }

  static byte[] binary(byte[] bytes) {
    return joined(sized(0xc4, bytes.length), bytes);
  }

  static byte[] extension(int type, byte[] bytes) {
    byte[] head =
        switch (bytes.length) {
          case 1, 2, 4, 8, 16 ->
              new byte[] {(byte) (0xd4 + Integer.numberOfTrailingZeros(bytes.length)), (byte) type};
          default -> joined(sized(0xc7, bytes.length), new byte[] {(byte) type});
        };
    return joined(head, bytes);
  }

  static byte[] integer(BigInteger value) {
    if (value.signum() < 0) {
      return Numbers.headed(0xd3, value.longValue(), 8);
    }
    long bits = value.longValue();
    return switch ((value.bitLength() + 7) / 8) {
      case 0, 1 -> bits < 0x80 ? new byte[] {(byte) bits} : Numbers.headed(0xcc, bits, 1);
      case 2 -> Numbers.headed(0xcd, bits, 2);
      case 3, 4 -> Numbers.headed(0xce, bits, 4);
      default -> Numbers.headed(0xcf, bits, 8);
    };
  }

  /** A head whose length takes 1, 2 or 4 bytes; the three heads follow one another. */
  private static byte[] sized(int first, int length) {
    if (length <= 0xff) {
      return Numbers.headed(first, length, 1);
    }
    return length <= 0xffff
        ? Numbers.headed(first + 1, length, 2)
        : Numbers.headed(first + 2, length, 4);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
