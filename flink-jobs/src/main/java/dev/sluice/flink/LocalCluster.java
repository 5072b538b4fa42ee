package dev.sluice.flink;

import dev.sluice.flink.ledger.Incarnation;
import dev.sluice.model.SluiceException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/** A small Flink in this process, on the loopback interface, without a web UI. Thread-safe. */
final class LocalCluster implements AutoCloseable {
  private static final long CLOSE_SECONDS = 30;

  private final MiniCluster cluster;

  private LocalCluster(MiniCluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Starts one.
   *
   * @param slots the highest parallelism it can run
   */
  static LocalCluster start(int slots, Map<String, String> options) {
    Configuration flink = Configuration.fromMap(options);
    flink.set(RestOptions.ADDRESS, "127.0.0.1");
    flink.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    flink.set(RestOptions.BIND_PORT, "0");
    // The job keeps nothing in managed memory, and its edges carry summaries.
    flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(1));
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(16));
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(16));
    flink.set(TaskManagerOptions.TASK_CANCELLATION_TIMEOUT, Duration.ofSeconds(30));
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(flink)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build());
    try {
      cluster.start();
    } catch (Exception e) {
      closeQuietly(cluster);
      throw new SluiceException("the embedded Flink cluster does not start", e);
    }
    return new LocalCluster(cluster);
  }

  /**
   * Starts the job of a checked config.
   *
   * @param onClose what to do when the job is closed
   */
  RunningJob submit(JobConfig config, Runnable onClose) {
    String incarnation = Incarnation.next(Clock.systemUTC());
    JobGraph graph = SanitizeTrafficJob.describe(config, incarnation);
    try {
      cluster.submitJob(graph).get();
    } catch (Exception e) {
      throw new SluiceException("the embedded Flink cluster did not take the job", e);
    }
    return new LocalJob(cluster, graph.getJobID(), config.ledgerRun(), incarnation, onClose);
  }

  @Override
  public void close() {
    closeQuietly(cluster);
  }

  private static void closeQuietly(MiniCluster cluster) {
    cluster.closeAsync().orTimeout(CLOSE_SECONDS, TimeUnit.SECONDS).exceptionally(e -> null).join();
  }
}
