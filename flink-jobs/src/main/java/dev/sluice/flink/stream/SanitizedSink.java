package dev.sluice.flink.stream;

import dev.sluice.model.SluiceException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Sanitized exchanges into Kafka, exactly once for {@code read_committed} readers, whatever
 * checkpoint a run goes on from. Has no state in checkpoints.
 */
public final class SanitizedSink implements Sink<SanitizedMessage> {
  private static final long serialVersionUID = 1L;

  private final TreeMap<String, String> kafka;
  private final SanitizedTopic topic;
  private final String run;
  private final String raw;

  /**
   * @param kafka settings of Kafka clients
   * @param run the ledger's name of the run
   * @param raw topic of raw captures
   */
  public SanitizedSink(Map<String, String> kafka, SanitizedTopic topic, String run, String raw) {
    this.kafka = new TreeMap<>(kafka);
    this.topic = topic;
    this.run = run;
    this.raw = raw;
  }

  @Override
  public SinkWriter<SanitizedMessage> createWriter(WriterInitContext context) {
    StreamNames names = names();
    return new SanitizedWriter(
        names,
        StreamSettings.producer(kafka, topic),
        new Marks(kafka, names.group()),
        new SanitizedForm(topic, run),
        context.metricGroup().addGroup("sluice"));
  }

  private StreamNames names() {
    try {
      return StreamNames.ask(kafka, run, raw, topic.name());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException("interrupted while asking Kafka for its topics");
    }
  }
}
