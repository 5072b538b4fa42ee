package dev.sluice.flink;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** A run inside this process. Thread-safe. Closing it cancels the job and stops its cluster. */
public interface RunningJob extends AutoCloseable {
  /** The ledger's name of this run. */
  String ledgerRun();

  /** The ledger's name of this start of the run. */
  String incarnation();

  boolean isRunning();

  /** Number of the newest completed checkpoint. */
  OptionalLong lastCheckpoint();

  /** Where that checkpoint stands; a later run may be told to start from it. */
  Optional<String> lastCheckpointPath();

  /**
   * Waits for the end of a bounded run.
   *
   * @return false if it still runs after {@code timeout}
   * @throws dev.sluice.model.SluiceException if the job failed; the failure's classes are named,
   *     never its messages
   */
  boolean await(Duration timeout);

  /** Waits for the next checkpoint to complete. */
  boolean awaitCheckpoint(Duration timeout);

  /** Ends the run; what the last checkpoint covers stays committed. */
  void cancel();

  /** Class names of the failure, outermost first, if the job failed. */
  Optional<String> failure();

  @Override
  void close();
}
