package dev.sluice.flink.sink;

import dev.sluice.snapshot.store.StoreException;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer;

/**
 * Commits checkpoints in their order. A failure that may pass is tried again for up to two minutes;
 * then, and for any other, the job fails and starts again from the checkpoint, which keeps the
 * commit.
 */
final class SnapshotCommitter implements Committer<CheckpointCommit> {
  private static final long PATIENCE_MILLIS = 120_000;
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  private final CommitSteps steps;
  private final CommitMetrics metrics;

  SnapshotCommitter(CommitSteps steps, CommitMetrics metrics) {
    this.steps = steps;
    this.metrics = metrics;
  }

  @Override
  public void commit(Collection<CommitRequest<CheckpointCommit>> requests)
      throws IOException, InterruptedException {
    List<CheckpointCommit> commits =
        requests.stream()
            .map(CommitRequest::getCommittable)
            .sorted(Comparator.comparingLong(CheckpointCommit::checkpoint))
            .toList();
    for (CheckpointCommit commit : commits) {
      commitPatiently(commit);
      metrics.committed(commit);
    }
  }

  private void commitPatiently(CheckpointCommit commit) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      try {
        steps.commit(commit);
        return;
      } catch (StoreException e) {
        if (!e.retryable() || System.nanoTime() + pause * 1_000_000 > deadline) {
          throw new IOException("checkpoint " + commit.checkpoint() + " is not committed", e);
        }
      }
      metrics.retried();
      Thread.sleep(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }

  @Override
  public void close() {
    steps.close();
  }
}
