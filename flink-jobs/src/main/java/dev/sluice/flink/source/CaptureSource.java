package dev.sluice.flink.source;

import dev.sluice.flink.JobConfig;
import java.time.Duration;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/** The Kafka source of raw captures. */
public final class CaptureSource {
  private CaptureSource() {}

  /** Reads the config's topic from its beginning, and to its present end if the run is bounded. */
  public static KafkaSource<RawRecord> of(JobConfig config, Duration maxSkew) {
    KafkaSourceBuilder<RawRecord> source =
        KafkaSource.<RawRecord>builder()
            .setBootstrapServers(config.brokers())
            .setTopics(config.topic())
            .setGroupId("sluice-" + config.ledgerRun())
            .setClientIdPrefix("sluice-" + config.ledgerRun())
            .setStartingOffsets(new EarliestOrFail())
            .setDeserializer(new CaptureDeserializer(maxSkew));
    if (config.untilLatest()) {
      source.setBounded(OffsetsInitializer.latest());
    }
    return source.build();
  }
}
