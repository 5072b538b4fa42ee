package dev.sluice.flink.stream;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaWriterState;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.SupportsPostCommitTopology;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Sanitized exchanges into Kafka, exactly once for {@code read_committed} readers: one transaction
 * per checkpoint and subtask, committed when the checkpoint is complete. Kafka's own sink, but for
 * its committer: that one goes on when a transaction cannot be committed any more.
 */
public final class SanitizedSink
    implements Sink<SanitizedMessage>,
        SupportsWriterState<SanitizedMessage, KafkaWriterState>,
        SupportsCommitter<KafkaCommittable>,
        SupportsPostCommitTopology<KafkaCommittable> {
  private static final long serialVersionUID = 1L;

  private final KafkaSink<SanitizedMessage> sink;
  private final TreeMap<String, String> kafka;

  /**
   * @param kafka settings of Kafka clients
   * @param run the ledger's name of the run
   * @param raw topic of raw captures
   */
  public SanitizedSink(Map<String, String> kafka, SanitizedTopic topic, String run, String raw) {
    this.kafka = new TreeMap<>(kafka);
    this.sink =
        KafkaSink.<SanitizedMessage>builder()
            .setKafkaProducerConfig(StreamSettings.producer(kafka, topic))
            .setRecordSerializer(new SanitizedForm(topic, run))
            .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
            // An id is used once, so that its end can be asked for later; see CertainCommitter.
            .setTransactionNamingStrategy(TransactionNamingStrategy.INCREMENTING)
            .setTransactionalIdPrefix(SanitizedTopic.transactions(run, raw, topic.name()))
            .build();
  }

  @Override
  public SinkWriter<SanitizedMessage> createWriter(WriterInitContext context) throws IOException {
    return sink.createWriter(context);
  }

  @Override
  public StatefulSinkWriter<SanitizedMessage, KafkaWriterState> restoreWriter(
      WriterInitContext context, Collection<KafkaWriterState> state) {
    return sink.restoreWriter(context, state);
  }

  @Override
  public SimpleVersionedSerializer<KafkaWriterState> getWriterStateSerializer() {
    return sink.getWriterStateSerializer();
  }

  @Override
  public Committer<KafkaCommittable> createCommitter(CommitterInitContext context) {
    return new CertainCommitter(sink.createCommitter(context), new Ends(kafka));
  }

  @Override
  public SimpleVersionedSerializer<KafkaCommittable> getCommittableSerializer() {
    return sink.getCommittableSerializer();
  }

  @Override
  public void addPostCommitTopology(DataStream<CommittableMessage<KafkaCommittable>> committed) {
    sink.addPostCommitTopology(committed);
  }
}
