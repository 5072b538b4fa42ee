package dev.sluice.flink;

import dev.sluice.model.SluiceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.util.SerializedThrowable;

/** The job in a {@link MiniCluster}. */
final class LocalJob implements RunningJob {
  private static final long POLL_MILLIS = 50;
  private static final long CLOSE_SECONDS = 30;

  private final MiniCluster cluster;
  private final JobID job;
  private final String ledgerRun;
  private final String incarnation;
  private final Runnable onClose;
  private final CompletableFuture<JobResult> result;

  LocalJob(MiniCluster cluster, JobID job, String ledgerRun, String incarnation, Runnable onClose) {
    this.onClose = onClose;
    this.cluster = cluster;
    this.job = job;
    this.ledgerRun = ledgerRun;
    this.incarnation = incarnation;
    this.result = cluster.requestJobResult(job);
  }

  @Override
  public String ledgerRun() {
    return ledgerRun;
  }

  @Override
  public String incarnation() {
    return incarnation;
  }

  @Override
  public boolean isRunning() {
    return !result.isDone();
  }

  @Override
  public OptionalLong lastCheckpoint() {
    return newest().map(c -> OptionalLong.of(c.getCheckpointId())).orElse(OptionalLong.empty());
  }

  @Override
  public Optional<String> lastCheckpointPath() {
    return newest().flatMap(c -> Optional.ofNullable(c.getExternalPath()));
  }

  private Optional<CompletedCheckpointStats> newest() {
    try {
      CheckpointStatsSnapshot stats =
          cluster.getExecutionGraph(job).get().getCheckpointStatsSnapshot();
      return stats == null
          ? Optional.empty()
          : Optional.ofNullable(stats.getHistory().getLatestCompletedCheckpoint());
    } catch (ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public boolean await(Duration timeout) {
    try {
      JobResult end = result.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (end.getJobStatus().orElse(null) == JobStatus.FAILED) {
        throw new SluiceException(
            "the job failed (" + failure().orElse("no cause known") + "); see its log");
      }
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new SluiceException("the embedded Flink cluster is gone", e);
    }
  }

  @Override
  public boolean awaitCheckpoint(Duration timeout) {
    long before = lastCheckpoint().orElse(0);
    long deadline = System.nanoTime() + timeout.toNanos();
    while (System.nanoTime() < deadline && isRunning()) {
      if (lastCheckpoint().orElse(0) > before) {
        return true;
      }
      if (await(Duration.ofMillis(POLL_MILLIS))) {
        return false;
      }
    }
    return false;
  }

  @Override
  public void cancel() {
    try {
      stop();
    } catch (ExecutionException | TimeoutException e) {
      throw new SluiceException("the job does not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop() throws ExecutionException, TimeoutException, InterruptedException {
    if (isRunning()) {
      cluster.cancelJob(job).get(CLOSE_SECONDS, TimeUnit.SECONDS);
      result.get(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
  }

  @Override
  public Optional<String> failure() {
    if (!result.isDone() || result.isCompletedExceptionally()) {
      return Optional.empty();
    }
    return result.join().getSerializedThrowable().map(LocalJob::classes);
  }

  /** Class names only: a message may come from code that repeats its input. */
  private static String classes(Throwable failure) {
    List<String> names = new ArrayList<>();
    for (Throwable t = failure; t != null && names.size() < 20; t = t.getCause()) {
      String name =
          t instanceof SerializedThrowable s
              ? s.getOriginalErrorClassName()
              : t.getClass().getName();
      names.add(name.substring(name.lastIndexOf('.') + 1));
    }
    return String.join(" < ", names);
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (ExecutionException | TimeoutException e) {
      // The cluster is stopped below either way.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      onClose.run();
    }
  }
}
