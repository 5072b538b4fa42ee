package dev.sluice.flink;

import dev.sluice.model.SluiceException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.CheckpointConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Flink settings that keep raw data inside its chain and commits exact. They win over whatever a
 * user sets.
 */
public final class ForcedSettings {
  private ForcedSettings() {}

  /** The config's Flink options with the forced ones over them. */
  public static Configuration of(JobConfig config) {
    Configuration flink = Configuration.fromMap(config.flinkOptions());
    flink.set(CoreOptions.DEFAULT_PARALLELISM, config.parallelism());
    restarts(flink, config);
    checkpoints(flink, config);
    config
        .restoreFrom()
        .ifPresent(path -> flink.set(StateRecoveryOptions.SAVEPOINT_PATH, uri(path)));
    flink.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING);
    flink.set(PipelineOptions.OBJECT_REUSE, true);
    flink.set(PipelineOptions.GENERIC_TYPES, false);
    flink.set(PipelineOptions.OPERATOR_CHAINING, true);
    flink.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(200));
    return flink;
  }

  private static void checkpoints(Configuration flink, JobConfig config) {
    flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, config.checkpointInterval());
    flink.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    flink.set(CheckpointingOptions.MAX_CONCURRENT_CHECKPOINTS, 1);
    flink.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
    flink.set(CheckpointingOptions.ALIGNED_CHECKPOINT_TIMEOUT, Duration.ZERO);
    flink.set(CheckpointingOptions.ENABLE_CHECKPOINTS_AFTER_TASKS_FINISH, true);
    flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, uri(config.checkpointDir()));
    flink.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
  }

  private static void restarts(Configuration flink, JobConfig config) {
    if (config.restarts() == JobConfig.FOREVER) {
      flink.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
      flink.set(
          RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
          Duration.ofSeconds(30));
      return;
    }
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, config.restarts());
    if (!flink.contains(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY)) {
      flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
    }
  }

  private static String uri(String dir) {
    return isUri(dir) ? dir : Path.of(dir).toAbsolutePath().toUri().toString();
  }

  /** Whether it has a scheme, as in {@code s3://bucket/dir} or {@code file:/dir}. */
  static boolean isUri(String dir) {
    return dir.matches("[a-z][a-z0-9+.-]+:/.*");
  }

  /** Refuses to go on if the settings did not take. */
  static void require(StreamExecutionEnvironment env) {
    CheckpointConfig checkpoints = env.getCheckpointConfig();
    require("object reuse", env.getConfig().isObjectReuseEnabled());
    require("generic types off", env.getConfig().getSerializerConfig().hasGenericTypesDisabled());
    require("unaligned checkpoints off", !checkpoints.isUnalignedCheckpointsEnabled());
    require(
        "exactly once",
        checkpoints.getCheckpointingConsistencyMode() == CheckpointingMode.EXACTLY_ONCE);
    require(
        "streaming mode",
        env.getConfiguration().get(ExecutionOptions.RUNTIME_MODE)
            == RuntimeExecutionMode.STREAMING);
  }

  private static void require(String setting, boolean holds) {
    if (!holds) {
      throw new SluiceException("Flink did not take a setting the job needs: " + setting);
    }
  }
}
