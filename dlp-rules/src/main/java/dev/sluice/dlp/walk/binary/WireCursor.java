package dev.sluice.dlp.walk.binary;

/**
 * Steps through the fields of one protobuf message by the wire format
 * (protobuf.dev/programming-guides/encoding). Groups are stepped into; their fields follow as if
 * they were the message's own.
 */
final class WireCursor {
  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int BYTES = 2;
  static final int GROUP = 3;
  static final int END_GROUP = 4;
  static final int FIXED32 = 5;
  private static final long MOST_NUMBER = (1L << 29) - 1;
  private static final int MOST_GROUPS = 64;

  private final byte[] bytes;
  private final long[] groups = new long[MOST_GROUPS];
  private int open;
  private int pos;
  private int valueStart;
  private int payloadStart;
  private long number;
  private int type;
  private long varint;

  WireCursor(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Whether the bytes, all of them, are fields of a message; true for none. */
  static boolean isMessage(byte[] bytes) {
    WireCursor cursor = new WireCursor(bytes);
    while (!cursor.atEnd()) {
      if (!cursor.next()) {
        return false;
      }
    }
    return cursor.open == 0;
  }

  boolean atEnd() {
    return pos == bytes.length;
  }

  /** Reads the next field; false if what stands there is none. */
  boolean next() {
    long tag = varint();
    if (tag <= 0 || tag >>> 3 > MOST_NUMBER || tag >>> 3 == 0) {
      return false;
    }
    number = tag >>> 3;
    type = (int) (tag & 7);
    valueStart = pos;
    payloadStart = pos;
    return switch (type) {
      case VARINT -> readVarint();
      case FIXED64 -> skip(8);
      case FIXED32 -> skip(4);
      case BYTES -> {
        long length = varint();
        payloadStart = pos;
        yield length >= 0 && skip(length);
      }
      case GROUP -> opened();
      case END_GROUP -> open > 0 && groups[--open] == number;
      default -> false;
    };
  }

  long number() {
    return number;
  }

  int type() {
    return type;
  }

  long value() {
    return varint;
  }

  /** Where the field's value begins, with the length where it has one. */
  int valueStart() {
    return valueStart;
  }

  int end() {
    return pos;
  }

  /** The content of a field with a length, copied. */
  byte[] payload() {
    return java.util.Arrays.copyOfRange(bytes, payloadStart, pos);
  }

  private boolean opened() {
    if (open == MOST_GROUPS) {
      return false;
    }
    groups[open++] = number;
    return true;
  }

  private boolean readVarint() {
    int start = pos;
    varint = varint();
    return pos > start;
  }

  private boolean skip(long length) {
    if (length > bytes.length - pos) {
      return false;
    }
    pos += (int) length;
    return true;
  }

  /** A varint of at most ten bytes; -1 without a step if there is none. */
  private long varint() {
    long value = 0;
    int start = pos;
    for (int shift = 0; shift < 70 && pos < bytes.length; shift += 7) {
      byte b = bytes[pos++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    pos = start;
    return -1;
  }

  static byte[] encode(long value) {
    byte[] out = new byte[10];
    int length = 0;
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out[length++] = (byte) (rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out[length++] = (byte) rest;
    return java.util.Arrays.copyOf(out, length);
  }
}
