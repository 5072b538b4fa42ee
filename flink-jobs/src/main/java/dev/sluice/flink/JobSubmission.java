package dev.sluice.flink;

import dev.sluice.flink.ledger.Incarnation;
import java.time.Clock;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Hands the job to the Flink cluster that runs this process: {@code flink run}, or a cluster in
 * application mode.
 */
public final class JobSubmission {
  private JobSubmission() {}

  /** What the cluster has set for jobs that say nothing themselves. */
  public record Defaults(int parallelism, String checkpointDir) {
    /**
     * Of this process' cluster.
     *
     * @return an empty {@code checkpointDir} if none is set
     */
    public static Defaults ofCluster() {
      ReadableConfig flink =
          StreamExecutionEnvironment.getExecutionEnvironment().getConfiguration();
      return new Defaults(
          flink.getOptional(CoreOptions.DEFAULT_PARALLELISM).orElse(1),
          flink.getOptional(CheckpointingOptions.CHECKPOINTS_DIRECTORY).orElse(""));
    }
  }

  /**
   * Checks the config (brokers, topics, bucket, key, policy, graph), then submits.
   *
   * @throws dev.sluice.model.SluiceException with one line that says what to change; nothing runs
   *     then
   */
  public static void execute(JobConfig config) throws Exception {
    Preflight.check(config);
    String incarnation = Incarnation.next(Clock.systemUTC());
    SanitizeTrafficJob.describe(config, incarnation);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(ForcedSettings.of(config));
    SanitizeTrafficJob.build(env, config, incarnation);
    env.execute(SanitizeTrafficJob.NAME);
  }
}
