package dev.sluice.flink.stream;

import dev.sluice.capture.canonical.CanonicalWriter;
import dev.sluice.model.SanitizedExchange;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Canonical JSON under {@link StreamHeaders}, keyed by session so that a session stays in order: by
 * its surrogate, else by the trace's, else by the exchange's id. Stamped by Kafka, not with the
 * exchange's own time, which retention would hold against old captures.
 */
final class SanitizedForm implements KafkaRecordSerializationSchema<SanitizedMessage> {
  private static final long serialVersionUID = 1L;

  /** Counts exchanges that went without their content. */
  static final String TOO_LARGE = "sanitizedTooLarge";

  private final SanitizedTopic topic;
  private final String run;
  private transient Counter tooLarge = new SimpleCounter();

  SanitizedForm(SanitizedTopic topic, String run) {
    this.topic = topic;
    this.run = run;
  }

  @Override
  public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sink) {
    tooLarge = context.getMetricGroup().counter(TOO_LARGE);
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      SanitizedMessage message, @Nullable KafkaSinkContext context, @Nullable Long timestamp) {
    byte[] key = key(message.exchange()).getBytes(StandardCharsets.UTF_8);
    byte[] value = CanonicalWriter.write(message.exchange());
    RecordHeaders headers = new RecordHeaders();
    StreamHeaders.add(headers, message, run);
    if (key.length + value.length + bytes(headers) <= topic.maxRecordBytes()) {
      return new ProducerRecord<>(topic.name(), null, null, key, value, headers);
    }
    // One exchange that is too large must not stop the rest, nor be missing in silence.
    tooLarge.inc();
    StreamHeaders.put(headers, StreamHeaders.OMITTED, "too-large");
    return new ProducerRecord<>(topic.name(), null, null, key, new byte[0], headers);
  }

  private static String key(SanitizedExchange e) {
    return e.sessionId().or(() -> e.exchange().trace().traceId()).orElse(e.exchange().id());
  }

  private static long bytes(RecordHeaders headers) {
    long bytes = 0;
    for (Header header : headers) {
      bytes += header.key().length() + header.value().length;
    }
    return bytes;
  }
}
