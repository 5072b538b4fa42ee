package dev.sluice.flink.sanitize;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The sink of quarantine pointers. */
public final class QuarantineTopic {
  private QuarantineTopic() {}

  /** At least once: a repeat has the same key as the first. */
  public static KafkaSink<QuarantineMessage> sink(String brokers, String topic) {
    KafkaRecordSerializationSchema<QuarantineMessage> form =
        (message, context, timestamp) ->
            new ProducerRecord<>(
                topic, message.key().getBytes(StandardCharsets.UTF_8), message.json());
    return KafkaSink.<QuarantineMessage>builder()
        .setBootstrapServers(brokers)
        .setRecordSerializer(form)
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .build();
  }
}
