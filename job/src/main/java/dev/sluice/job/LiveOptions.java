package dev.sluice.job;

import dev.sluice.flink.JobConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a run is told that goes on with the newest captures and follows published policies. */
public final class LiveOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private FollowOptions follow;

  @Option(
      names = "--until",
      paramLabel = "latest",
      description = "End at the offsets that are the latest now.")
  private @Nullable String until;

  @Option(
      names = "--run",
      paramLabel = "NAME",
      description = "Name of a backfill ([a-z0-9]{1,20}); it goes into the snapshot ids.")
  private @Nullable String run;

  /** Adds what they say. */
  public void complete(JobConfig.Builder builder) {
    if (until != null && !until.equals("latest")) {
      throw new ParameterException(spec.commandLine(), "--until knows only 'latest'");
    }
    builder.untilLatest(until != null);
    follow.topic().ifPresent(builder::policyTopic);
    if (run != null) {
      builder.backfillRun(run);
    }
  }
}
