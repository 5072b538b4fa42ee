package dev.sluice.flink.source;

import dev.sluice.capture.Decoded;
import dev.sluice.model.RecordPointer;

/**
 * A Kafka record after decoding: a raw capture, or the reason why there is none. Never leaves the
 * chain it was read in; prints only where it stands.
 *
 * @param appended Kafka's timestamp of the record, milliseconds since the epoch
 */
public record RawRecord(RecordPointer at, long appended, Decoded decoded) {
  @Override
  public String toString() {
    return "[raw record " + at + "]";
  }
}
