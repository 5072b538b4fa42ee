package dev.sluice.flink.stream;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes exchanges in one transaction for each raw partition, and commits them before a checkpoint
 * can be complete. So a checkpoint never covers what is not in the topic; what is in the topic and
 * not covered comes again, and is left out by its offset. Not thread-safe.
 */
final class SanitizedWriter implements SinkWriter<SanitizedMessage> {
  private final StreamNames names;
  private final Properties settings;
  private final Marks marks;
  private final SanitizedForm form;
  private final Map<Integer, Lane> lanes = new TreeMap<>();
  private final Counter written;
  private final Counter tooLarge;

  SanitizedWriter(
      StreamNames names,
      Properties settings,
      Marks marks,
      SanitizedForm form,
      MetricGroup metrics) {
    this.names = names;
    this.settings = settings;
    this.marks = marks;
    this.form = form;
    this.written = metrics.counter("streamed");
    this.tooLarge = metrics.counter("streamedTooLarge");
  }

  @Override
  public void write(SanitizedMessage message, Context context) throws InterruptedException {
    Lane lane = lane(message);
    if (lane.has(message.at().offset())) {
      return;
    }
    ProducerRecord<byte[], byte[]> record = form.record(message);
    lane.write(message.at().offset(), record);
    (SanitizedForm.isTooLarge(record) ? tooLarge : written).inc();
  }

  private Lane lane(SanitizedMessage message) throws InterruptedException {
    Lane known = lanes.get(message.at().partition());
    if (known != null) {
      return known;
    }
    TopicPartition raw = new TopicPartition(message.at().topic(), message.at().partition());
    Lane opened = Lane.open(raw, names, settings, marks);
    lanes.put(raw.partition(), opened);
    return opened;
  }

  @Override
  public void flush(boolean endOfInput) throws InterruptedException {
    for (Lane lane : lanes.values()) {
      lane.commit();
    }
  }

  @Override
  public void close() {
    lanes.values().forEach(Lane::close);
    marks.close();
  }
}
