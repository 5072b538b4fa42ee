package dev.sluice.flink;

/** Runs the job in this process, in a small Flink cluster of its own, without a web UI. */
public final class JobRunner {
  private JobRunner() {}

  /**
   * Checks the config (brokers, topics, bucket, key, policy), starts a cluster and the job.
   *
   * @throws dev.sluice.model.SluiceException with one line that says what to change
   */
  public static RunningJob start(JobConfig config) {
    Preflight.check(config);
    LocalCluster cluster = LocalCluster.start(config.parallelism(), config.flinkOptions());
    try {
      return cluster.submit(config, cluster::close);
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** Only the checks of {@link #start}. */
  public static void check(JobConfig config) {
    Preflight.check(config);
  }
}
