package dev.sluice.flink.source;

import dev.sluice.capture.Decoded;
import dev.sluice.flink.JobConfig;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.BoundedOutOfOrdernessWatermarks;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.eventtime.WatermarksWithIdleness;

/**
 * Event time of captures: their own {@code ts}, with bounded out-of-orderness and idleness. Each
 * Kafka partition has its own generator. Records that were not decoded neither move the watermark
 * nor count as activity: a partition of nothing but those must not hold the others back.
 */
public final class CaptureTime implements WatermarkGenerator<RawRecord> {
  private final WatermarkGenerator<RawRecord> decoded;

  private CaptureTime(
      Duration outOfOrderness, Duration idleness, WatermarkGeneratorSupplier.Context context) {
    this.decoded =
        new WatermarksWithIdleness<>(
            new BoundedOutOfOrdernessWatermarks<>(outOfOrderness),
            idleness,
            context.getInputActivityClock());
  }

  /** Event time with the timing given. */
  public static WatermarkStrategy<RawRecord> strategy(JobConfig.Timing timing) {
    Duration outOfOrderness = timing.outOfOrderness();
    Duration idleness = timing.idleness();
    return WatermarkStrategy.<RawRecord>forGenerator(
            context -> new CaptureTime(outOfOrderness, idleness, context))
        .withTimestampAssigner((record, appended) -> timeOf(record));
  }

  static long timeOf(RawRecord record) {
    return record.decoded() instanceof Decoded.Ok ok
        ? ok.capture().raw().ts().toEpochMilli()
        : record.appended();
  }

  @Override
  public void onEvent(RawRecord record, long timestamp, WatermarkOutput output) {
    if (record.decoded() instanceof Decoded.Ok) {
      decoded.onEvent(record, timestamp, output);
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    decoded.onPeriodicEmit(output);
  }
}
