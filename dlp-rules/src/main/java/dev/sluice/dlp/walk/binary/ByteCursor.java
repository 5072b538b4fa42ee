package dev.sluice.dlp.walk.binary;

/** Reads big-endian numbers and ranges from bytes; reading past the end is {@link BadBinary}. */
final class ByteCursor {
  private final byte[] bytes;
  private int pos;

  ByteCursor(byte[] bytes) {
    this.bytes = bytes;
  }

  int pos() {
    return pos;
  }

  /** Back to where {@link #pos()} was before. */
  void back(int to) {
    pos = to;
  }

  boolean atEnd() {
    return pos == bytes.length;
  }

  int peek() {
    need(1);
    return bytes[pos] & 0xff;
  }

  int next() {
    int b = peek();
    pos++;
    return b;
  }

  /** An unsigned number of {@code width} bytes, 1 to 8; eight bytes may come out negative. */
  long unsigned(int width) {
    need(width);
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = value << 8 | (bytes[pos++] & 0xff);
    }
    return value;
  }

  /** The next {@code length} bytes, copied. */
  byte[] take(long length) {
    int start = pos;
    skip(length);
    return java.util.Arrays.copyOfRange(bytes, start, pos);
  }

  void skip(long length) {
    need(length);
    pos += (int) length;
  }

  private void need(long length) {
    if (length < 0 || length > bytes.length - pos) {
      throw BadBinary.malformed();
    }
  }
}
