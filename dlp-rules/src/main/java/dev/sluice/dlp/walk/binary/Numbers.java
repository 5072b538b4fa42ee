package dev.sluice.dlp.walk.binary;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Numbers as decimal text, and text as numbers. */
final class Numbers {
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private Numbers() {}

  /** Decimal notation without exponent; empty for what is no number. */
  static Optional<String> text(double value) {
    return Double.isFinite(value)
        ? Optional.of(BigDecimal.valueOf(value).toPlainString())
        : Optional.empty();
  }

  /** Decimal notation of the shortest digits that name this float; empty for what is no number. */
  static Optional<String> text(float value) {
    return Float.isFinite(value)
        ? Optional.of(new BigDecimal(Float.toString(value)).toPlainString())
        : Optional.empty();
  }

  /** The integer a text names, if it fits in 64 bits, signed or unsigned. */
  static Optional<BigInteger> integer(String text) {
    try {
      BigInteger value = new BigDecimal(text).toBigIntegerExact();
      boolean fits = value.compareTo(LEAST) >= 0 && value.compareTo(MOST) <= 0;
      return fits ? Optional.of(value) : Optional.empty();
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  static double decimal(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** A head byte and a big-endian number of {@code width} bytes behind it. */
  static byte[] headed(int head, long value, int width) {
    byte[] out = new byte[width + 1];
    out[0] = (byte) head;
    for (int i = 0; i < width; i++) {
      out[width - i] = (byte) (value >>> (8 * i));
    }
    return out;
  }

  static byte[] floated(int head, float value) {
    return ByteBuffer.allocate(5).put((byte) head).putFloat(value).array();
  }

  static byte[] doubled(int head, double value) {
    return ByteBuffer.allocate(9).put((byte) head).putDouble(value).array();
  }
}
