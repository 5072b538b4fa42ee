package dev.sluice.dlp.walk;

import dev.sluice.model.QuarantineReason;

/**
 * Undoes content codings within bounds: each result is no larger than a body may be, all results of
 * one exchange together no larger than eight bodies, and large results no more than 2,000 times
 * what they were made from (gzip reaches 1,032).
 */
final class Unpacking {
  private static final int BODIES = 8;
  private static final int RATIO = 2_000;
  private static final int LARGE = 1 << 20;

  private final int most;
  private long left;

  Unpacking(int maxBodyBytes) {
    this.most = maxBodyBytes;
    this.left = (long) maxBodyBytes * BODIES;
  }

  /** The decoded bytes; {@link Stop} if they are damaged or over a bound. */
  byte[] decode(String coding, byte[] bytes) {
    byte[] decoded = ContentCodings.decode(coding, bytes, (int) Math.min(most, left));
    if (decoded.length > LARGE && decoded.length / RATIO > bytes.length) {
      throw new Stop(QuarantineReason.DECOMPRESSION_LIMIT);
    }
    left -= decoded.length;
    return decoded;
  }
}
