package dev.sluice.flink;

import dev.sluice.model.SluiceException;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/** Runs the job in this process, in a small Flink cluster of its own, without a web UI. */
public final class JobRunner {
  private JobRunner() {}

  /**
   * Checks the config (brokers, topics, bucket, key, policy), starts a cluster and the job.
   *
   * @throws SluiceException with one line that says what to change
   */
  public static RunningJob start(JobConfig config) {
    Preflight.check(config);
    String incarnation = Incarnation.next(Clock.systemUTC());
    JobGraph graph = SanitizeTrafficJob.describe(config, incarnation);
    MiniCluster cluster = new MiniCluster(clusterOf(config));
    try {
      cluster.start();
      cluster.submitJob(graph).get();
    } catch (Exception e) {
      cluster.closeAsync();
      throw new SluiceException("the embedded Flink cluster did not take the job", e);
    }
    return new LocalJob(cluster, graph.getJobID(), config.ledgerRun(), incarnation);
  }

  /** Only the checks of {@link #start}. */
  public static void check(JobConfig config) {
    Preflight.check(config);
  }

  private static MiniClusterConfiguration clusterOf(JobConfig config) {
    Configuration flink = Configuration.fromMap(config.flinkOptions());
    flink.set(RestOptions.ADDRESS, "127.0.0.1");
    flink.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    flink.set(RestOptions.BIND_PORT, "0");
    // The job keeps nothing in managed memory, and its edges carry summaries.
    flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(1));
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(16));
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(16));
    flink.set(TaskManagerOptions.TASK_CANCELLATION_TIMEOUT, Duration.ofSeconds(30));
    return new MiniClusterConfiguration.Builder()
        .setConfiguration(flink)
        .setNumTaskManagers(1)
        .setNumSlotsPerTaskManager(config.parallelism())
        .build();
  }
}
