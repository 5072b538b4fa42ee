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
  /** How far one partition may run ahead: bounds the windows that a backlog keeps open. */
  private static final Duration DRIFT = Duration.ofMinutes(10);

  private static final Duration ALIGNMENT_INTERVAL = Duration.ofSeconds(1);

  private final WatermarkGenerator<RawRecord> decoded;

  private CaptureTime(
      Duration outOfOrderness, Duration idleness, WatermarkGeneratorSupplier.Context context) {
    this.decoded =
        new WatermarksWithIdleness<>(
            new BoundedOutOfOrdernessWatermarks<>(outOfOrderness),
            idleness,
            context.getInputActivityClock());
  }

  /** Event time of a run; partitions of a live run read at most a drift ahead of each other. */
  public static WatermarkStrategy<RawRecord> strategy(JobConfig config) {
    Duration outOfOrderness = config.timing().outOfOrderness();
    Duration idleness = config.timing().idleness();
    WatermarkStrategy<RawRecord> strategy =
        WatermarkStrategy.<RawRecord>forGenerator(
                context -> new CaptureTime(outOfOrderness, idleness, context))
            .withTimestampAssigner((record, appended) -> timeOf(record));
    // A bounded run seals at its end only: reading ahead costs it nothing.
    return config.untilLatest()
        ? strategy
        : strategy.withWatermarkAlignment(config.topic(), DRIFT, ALIGNMENT_INTERVAL);
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
