package dev.sluice.job;

import dev.sluice.flink.JobConfig;
import dev.sluice.flink.JobSubmission;
import dev.sluice.model.SluiceException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Entry point of the job's jar: {@code flink run sluice-job.jar --brokers …}. */
@Command(
    name = "flink run sluice-job.jar",
    description = {
      "Read raw captures from Kafka, sanitize them, seal snapshots in a bucket.",
      "Key, policy and packs are opened in each process of the cluster, by the paths given;",
      "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and SLUICE_KEY are variables of each process."
    })
public final class ClusterJob implements Callable<Integer> {
  @Mixin private JobOptions options;
  @Mixin private LiveOptions live;

  private ClusterJob() {}

  /**
   * Submits the job.
   *
   * @throws Refused if it cannot run as it is configured; the reason was printed as one line
   */
  public static void main(String[] args) {
    // Never System.exit: this may be the JobManager of others.
    AtomicReference<String> refused = new AtomicReference<>();
    new CommandLine(new ClusterJob())
        .setExecutionExceptionHandler((e, cmd, parsed) -> refuse(reason(e), refused))
        .setParameterExceptionHandler((e, given) -> refuse(String.valueOf(e.getMessage()), refused))
        .execute(args);
    String reason = refused.get();
    if (reason != null) {
      throw new Refused(reason);
    }
  }

  @Override
  public Integer call() throws Exception {
    JobSubmission.Defaults cluster = JobSubmission.Defaults.ofCluster();
    String checkpoints = options.checkpoints().orElse(cluster.checkpointDir());
    if (checkpoints.isEmpty()) {
      throw new SluiceException(
          "no folder for checkpoints: give --checkpoints or set execution.checkpointing.dir");
    }
    JobConfig.Builder job =
        options
            .config(options.store().opener(), checkpoints)
            .parallelism(options.parallelism().orElse(cluster.parallelism()))
            .restarts(JobConfig.FOREVER);
    live.complete(job);
    JobSubmission.execute(job.build());
    return 0;
  }

  /** Messages of others may repeat their input. */
  private static String reason(Exception e) {
    return e instanceof SluiceException
        ? String.valueOf(e.getMessage())
        : "the cluster did not take the job: " + e.getClass().getName();
  }

  /** The command line would swallow what is thrown here. */
  private static int refuse(String reason, AtomicReference<String> refused) {
    System.err.println("sluice: " + reason);
    refused.set(reason);
    return CommandLine.ExitCode.USAGE;
  }

  /** The job was not started. Has no stack trace: its one line says all. */
  public static final class Refused extends SluiceException {
    private static final long serialVersionUID = 1L;

    Refused(String reason) {
      super(reason);
      setStackTrace(new StackTraceElement[0]);
    }
  }
}
