package dev.sluice.dlp;

import dev.sluice.model.ContentDigest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Picks a fixed share of exchanges by their ids, the same ones in every run. */
final class Shares {

  private Shares() {}

  static boolean contains(double share, String id) {
    if (share <= 0 || share >= 1) {
      return share >= 1;
    }
    byte[] hash = ContentDigest.sha256().digest(id.getBytes(StandardCharsets.UTF_8));
    int bits = ByteBuffer.wrap(hash).getInt() & Integer.MAX_VALUE;
    return bits < share * Integer.MAX_VALUE;
  }
}
