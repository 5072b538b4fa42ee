package dev.sluice.flink.source;

import dev.sluice.flink.JobConfig;
import java.time.Duration;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;

/** The Kafka source of raw captures. */
public final class CaptureSource {
  private CaptureSource() {}

  /** Reads the config's topic from its beginning; a bounded run reads its range of it. */
  public static KafkaSource<RawRecord> of(JobConfig config, Duration maxSkew) {
    KafkaSourceBuilder<RawRecord> source =
        KafkaSource.<RawRecord>builder()
            .setProperties(properties(config))
            .setTopics(config.topic())
            .setGroupId("sluice-" + config.ledgerRun())
            .setClientIdPrefix("sluice-" + config.ledgerRun())
            .setStartingOffsets(RangeOffsets.from(config.range()))
            .setDeserializer(new CaptureDeserializer(maxSkew));
    if (config.untilLatest()) {
      source.setBounded(RangeOffsets.to(config.range()));
    }
    return source.build();
  }

  private static Properties properties(JobConfig config) {
    Properties settings = new Properties();
    settings.putAll(config.kafka());
    return settings;
  }
}
