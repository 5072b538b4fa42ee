package dev.sluice.flink.stream;

import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;

/**
 * Never takes a lost transaction for a committed one. After a restore, Kafka refuses to commit what
 * is committed already in the same words as what was aborted meanwhile, and Kafka's committer then
 * goes on in both cases; here the coordinator is asked which it was, and the job fails if exchanges
 * would be missing.
 */
final class CertainCommitter implements Committer<KafkaCommittable> {
  private final Committer<KafkaCommittable> kafka;
  private final Ends ends;

  CertainCommitter(Committer<KafkaCommittable> kafka, Ends ends) {
    this.kafka = kafka;
    this.ends = ends;
  }

  @Override
  public void commit(Collection<CommitRequest<KafkaCommittable>> requests)
      throws IOException, InterruptedException {
    for (CommitRequest<KafkaCommittable> request : requests) {
      Asked asked = new Asked(request);
      kafka.commit(List.of(asked));
      if (asked.refused) {
        accept(request);
      }
    }
  }

  private void accept(CommitRequest<KafkaCommittable> request) throws InterruptedException {
    String id = request.getCommittable().getTransactionalId();
    if (!ends.isCommitted(id)) {
      throw new SluiceException(
          "Kafka aborted transaction "
              + id
              + " before it could be committed: its exchanges are in no topic; see"
              + " \"The stream of sanitized exchanges\" in docs/operations.md");
    }
    request.signalAlreadyCommitted();
  }

  @Override
  public void close() throws Exception {
    kafka.close();
  }

  /** Passes everything on but the one signal that would drop a transaction silently. */
  private static final class Asked implements CommitRequest<KafkaCommittable> {
    private final CommitRequest<KafkaCommittable> request;
    private boolean refused;

    Asked(CommitRequest<KafkaCommittable> request) {
      this.request = request;
    }

    @Override
    public void signalFailedWithKnownReason(Throwable t) {
      refused = true;
    }

    @Override
    public KafkaCommittable getCommittable() {
      return request.getCommittable();
    }

    @Override
    public int getNumberOfRetries() {
      return request.getNumberOfRetries();
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable t) {
      request.signalFailedWithUnknownReason(t);
    }

    @Override
    public void retryLater() {
      request.retryLater();
    }

    @Override
    public void updateAndRetryLater(KafkaCommittable committable) {
      request.updateAndRetryLater(committable);
    }

    @Override
    public void signalAlreadyCommitted() {
      request.signalAlreadyCommitted();
    }
  }
}
