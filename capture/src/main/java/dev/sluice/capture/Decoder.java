package dev.sluice.capture;

/** Reads one message of one format. Implementations are thread-safe and stateless. */
@FunctionalInterface
public interface Decoder {
  /**
   * Reads one message. Never throws (but for a dying JVM): whatever is wrong with {@code value}
   * becomes a {@link Decoded.Failed} without any of its content.
   */
  Decoded decode(byte[] value);
}
