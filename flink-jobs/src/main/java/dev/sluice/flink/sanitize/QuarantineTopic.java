package dev.sluice.flink.sanitize;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The sink of quarantine pointers. */
public final class QuarantineTopic {
  private QuarantineTopic() {}

  /**
   * At least once: a repeat has the same key as the first.
   *
   * @param run name of a backfill; empty for the live run
   */
  public static KafkaSink<QuarantineMessage> sink(
      Map<String, String> kafka, String topic, String run) {
    Properties settings = new Properties();
    settings.putAll(kafka);
    KafkaRecordSerializationSchema<QuarantineMessage> form =
        (message, context, timestamp) ->
            new ProducerRecord<>(
                topic, message.key(run).getBytes(StandardCharsets.UTF_8), message.json(run));
    return KafkaSink.<QuarantineMessage>builder()
        .setKafkaProducerConfig(settings)
        .setRecordSerializer(form)
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .build();
  }
}
