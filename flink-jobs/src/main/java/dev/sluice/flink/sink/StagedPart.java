package dev.sluice.flink.sink;

import dev.sluice.flink.sanitize.WindowKey;
import dev.sluice.model.PartInfo;
import dev.sluice.snapshot.store.StagedUpload;
import java.time.Instant;

/** A part whose bytes are at the store, to be made visible by the commit. */
public record StagedPart(
    WindowKey window, StagedUpload upload, long rows, Instant minTs, Instant maxTs) {
  /** How a manifest lists it. */
  public PartInfo info() {
    return new PartInfo(upload.key(), upload.size(), upload.sha256(), rows, minTs, maxTs);
  }
}
