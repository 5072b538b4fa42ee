package dev.sluice.flink.stream;

import dev.sluice.capture.canonical.CanonicalWriter;
import dev.sluice.model.SanitizedExchange;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Canonical JSON under {@link StreamHeaders}, keyed by session so that a session stays in one
 * partition: by its surrogate, else by the trace's, else by the exchange's id. Stamped by Kafka,
 * not with the exchange's own time, which retention would hold against old captures.
 */
final class SanitizedForm {
  private final SanitizedTopic topic;
  private final String run;

  SanitizedForm(SanitizedTopic topic, String run) {
    this.topic = topic;
    this.run = run;
  }

  /** An exchange that is too large must not stop the rest, nor be missing in silence. */
  ProducerRecord<byte[], byte[]> record(SanitizedMessage message) {
    byte[] key = key(message.exchange()).getBytes(StandardCharsets.UTF_8);
    byte[] value = CanonicalWriter.write(message.exchange());
    RecordHeaders headers = new RecordHeaders();
    StreamHeaders.add(headers, message, run);
    if (key.length + value.length + bytes(headers) > topic.maxRecordBytes()) {
      StreamHeaders.put(headers, StreamHeaders.OMITTED, StreamHeaders.TOO_LARGE);
      value = new byte[0];
    }
    return new ProducerRecord<>(topic.name(), null, null, key, value, headers);
  }

  /** Whether it went without its content. */
  static boolean isTooLarge(ProducerRecord<byte[], byte[]> record) {
    return record.headers().lastHeader(StreamHeaders.OMITTED) != null;
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
