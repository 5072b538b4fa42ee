package dev.sluice.flink.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.flink.stack.Streamed;
import dev.sluice.flink.stack.TestStack;
import dev.sluice.model.SluiceException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.flink.api.connector.sink2.Committer.CommitRequest;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.internal.FlinkKafkaInternalProducer;
import org.apache.flink.connector.kafka.sink.internal.KafkaCommitter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What happens to transactions that a checkpoint covers and a crash left open. */
final class CertainCommitterTest {
  private final String topic = "certain-" + UUID.randomUUID();
  private final Map<String, String> kafka = Map.of("bootstrap.servers", TestStack.get().brokers());

  CertainCommitterTest() {
    TestStack.get().topic(topic, 1);
  }

  @Test
  void aTransactionThatWasLeftOpenIsCommitted() throws Exception {
    KafkaCommittable left = leftOpen();

    Request request = commit(left);

    assertThat(request.already).isFalse();
    assertThat(Streamed.committed(kafka, topic)).hasSize(1);
  }

  @Test
  void aTransactionThatIsCommittedAlreadyIsNotTakenForALostOne() throws Exception {
    String id = topic + "-0-1";
    KafkaCommittable done;
    try (FlinkKafkaInternalProducer<byte[], byte[]> producer = written(id)) {
      done = new KafkaCommittable(producer.getProducerId(), producer.getEpoch(), id, null);
      producer.commitTransaction();
    }

    commit(done);
    commit(done);

    assertThat(Streamed.committed(kafka, topic)).hasSize(1);
  }

  @Test
  void aTransactionThatKafkaAbortedFailsTheJob() throws Exception {
    KafkaCommittable left = leftOpen();
    try (FlinkKafkaInternalProducer<byte[], byte[]> other =
        new FlinkKafkaInternalProducer<>(settings(), left.getTransactionalId())) {
      other.initTransactions();
    }

    assertThatThrownBy(() -> commit(left))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("aborted transaction " + left.getTransactionalId());
    assertThat(Streamed.committed(kafka, topic)).isEmpty();
  }

  /** As after a crash between a checkpoint and its commit. */
  private KafkaCommittable leftOpen() {
    String id = topic + "-0-1";
    try (FlinkKafkaInternalProducer<byte[], byte[]> producer = written(id)) {
      return new KafkaCommittable(producer.getProducerId(), producer.getEpoch(), id, null);
    }
  }

  private FlinkKafkaInternalProducer<byte[], byte[]> written(String id) {
    FlinkKafkaInternalProducer<byte[], byte[]> producer =
        new FlinkKafkaInternalProducer<>(settings(), id);
    producer.initTransactions();
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(topic, "made up".getBytes(StandardCharsets.UTF_8)));
    producer.flush();
    return producer;
  }

  private Properties settings() {
    Properties settings = StreamSettings.producer(kafka, SanitizedTopic.of(topic));
    settings.put("key.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
    settings.put("value.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
    return settings;
  }

  private Request commit(KafkaCommittable committable) throws Exception {
    Request request = new Request(committable);
    KafkaCommitter committer =
        new KafkaCommitter(settings(), topic, 0, 0, false, FlinkKafkaInternalProducer::new);
    try (CertainCommitter certain = new CertainCommitter(committer, new Ends(kafka))) {
      certain.commit(List.of(request));
    }
    return request;
  }

  /** A request that notes what is signalled. */
  private static final class Request implements CommitRequest<KafkaCommittable> {
    private final KafkaCommittable committable;
    private boolean already;

    Request(KafkaCommittable committable) {
      this.committable = committable;
    }

    @Override
    public KafkaCommittable getCommittable() {
      return committable;
    }

    @Override
    public int getNumberOfRetries() {
      return 0;
    }

    @Override
    public void signalFailedWithKnownReason(Throwable t) {
      throw new AssertionError("dropped in silence");
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable t) {
      throw new AssertionError("failed: " + t.getClass().getName());
    }

    @Override
    public void retryLater() {
      throw new AssertionError("not asked for here");
    }

    @Override
    public void updateAndRetryLater(KafkaCommittable changed) {
      throw new AssertionError("not asked for here");
    }

    @Override
    public void signalAlreadyCommitted() {
      already = true;
    }
  }
}
