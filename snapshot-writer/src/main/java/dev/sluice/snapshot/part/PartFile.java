package dev.sluice.snapshot.part;

import dev.sluice.model.ContentDigest;
import dev.sluice.model.PartInfo;
import dev.sluice.snapshot.stats.PartStats;
import java.time.Instant;

/**
 * A finished Parquet file in memory.
 *
 * @param bytes the file; not to be changed
 * @param digestState {@code LtHash.state()} of its rows
 */
@SuppressWarnings("ArrayRecordComponent")
public record PartFile(
    byte[] bytes, PartStats stats, long rows, Instant minTs, Instant maxTs, byte[] digestState) {

  /** {@code sha256:<hex>} of the file; computed on each call. */
  public String sha256() {
    return ContentDigest.of(bytes);
  }

  /** How a manifest lists this file when it stands at {@code key}. */
  public PartInfo info(String key) {
    return new PartInfo(key, bytes.length, sha256(), rows, minTs, maxTs);
  }
}
