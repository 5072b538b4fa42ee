package dev.sluice.benchmarks;

import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.policy.WindowDelays;
import dev.sluice.flink.ForcedSettings;
import dev.sluice.flink.JobConfig;
import dev.sluice.flink.NoRawEdges;
import dev.sluice.flink.sanitize.MarkOperator;
import dev.sluice.flink.sanitize.Outcome;
import dev.sluice.flink.sink.SealRules;
import dev.sluice.flink.sink.SnapshotSink;
import dev.sluice.flink.source.CaptureSource;
import dev.sluice.flink.source.CaptureTime;
import dev.sluice.flink.source.ChainOnlyType;
import dev.sluice.model.SluiceException;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job with {@link PassThrough} where the shipped one sanitizes; all else is the same. */
public final class PassThroughJob {
  private PassThroughJob() {}

  /**
   * Runs to the end of the topic, in a cluster of its own.
   *
   * @param seed of the dense traffic that the topic holds
   * @param exchanges how many of it
   */
  public static void run(JobConfig config, long seed, int exchanges) {
    try (MiniCluster cluster = cluster(config)) {
      cluster.start();
      cluster.executeJobBlocking(describe(config, seed, exchanges));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException("interrupted while measuring");
    } catch (Exception e) {
      throw new SluiceException("the job without sanitizing failed: " + e.getClass().getName());
    }
  }

  static JobGraph describe(JobConfig config, long seed, int exchanges) {
    Configuration settings = ForcedSettings.of(config);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
    Policy policy = config.engine().policy();
    SealRules rules =
        new SealRules(
            config.untilLatest(),
            WindowDelays.of(policy),
            config.backfillRun().orElse(""),
            config.ledgerRun(),
            "without-sanitizing",
            SealRules.ProvenanceForm.of(config.engine().engine(policy).provenance()));
    env.fromSource(
            CaptureSource.of(config, policy.maxSkew()),
            CaptureTime.strategy(config),
            "sluice-source")
        .process(new PassThrough(seed, exchanges), ChainOnlyType.of(Outcome.class))
        .name("sluice-pass-through")
        .transform("sluice-mark", ChainOnlyType.of(Outcome.class), new MarkOperator())
        .sinkTo(new SnapshotSink(config, rules))
        .name("sluice-snapshots")
        .uid("sluice-snapshots");
    JobGraph graph = env.getStreamGraph().getJobGraph();
    NoRawEdges.require(graph);
    return graph;
  }

  /** As the embedded cluster of the shipped job. */
  private static MiniCluster cluster(JobConfig config) {
    Configuration flink = Configuration.fromMap(config.flinkOptions());
    flink.set(RestOptions.ADDRESS, "127.0.0.1");
    flink.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    flink.set(RestOptions.BIND_PORT, "0");
    flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(1));
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(16));
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(16));
    flink.set(TaskManagerOptions.TASK_CANCELLATION_TIMEOUT, Duration.ofSeconds(30));
    return new MiniCluster(
        new MiniClusterConfiguration.Builder()
            .setConfiguration(flink)
            .setNumTaskManagers(1)
            .setNumSlotsPerTaskManager(config.parallelism())
            .build());
  }
}
