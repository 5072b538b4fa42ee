package dev.sluice.flink;

/** Runs the job in this process, in a small Flink cluster of its own. */
public final class JobRunner {
  private JobRunner() {}

  /**
   * Checks the config (topics, bucket, key, policy, brokers), starts a cluster and the job.
   *
   * @throws dev.sluice.model.SluiceException with one line that says what to change
   */
  public static RunningJob start(JobConfig config) {
    throw new UnsupportedOperationException();
  }

  /** Only the checks of {@link #start}. */
  public static void check(JobConfig config) {
    throw new UnsupportedOperationException();
  }
}
