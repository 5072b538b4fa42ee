package dev.sluice.cli.job;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.Logging;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.Keys;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.stack.CtrlC;
import dev.sluice.flink.JobConfig;
import dev.sluice.flink.JobRunner;
import dev.sluice.flink.RunningJob;
import dev.sluice.flink.StoreOpener;
import dev.sluice.flink.ledger.LedgerReader;
import dev.sluice.flink.ledger.LedgerSummary;
import dev.sluice.job.JobOptions;
import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.store.ObjectStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Runs the job as the command line says, to its end or until Ctrl-C. */
final class JobRun {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final JobOptions options;
  private final OutputOptions output;
  private final Terminal terminal;
  private final Consumer<JobConfig.Builder> more;

  /**
   * @param more what the command adds to the options that all runs have
   */
  JobRun(
      JobOptions options,
      OutputOptions output,
      Terminal terminal,
      Consumer<JobConfig.Builder> more) {
    this.options = options;
    this.output = output;
    this.terminal = terminal;
    this.more = more;
  }

  int run() {
    // Before anything starts: without a key nothing may run.
    Keys.require(options.key(), terminal);
    Logging.toFile(output.log.file());
    options.store().config(terminal.environment());
    StoreOpener bucket = options.store().opener();
    try (CtrlC ctrlC = CtrlC.listen();
        RunningJob job = JobRunner.start(config(bucket))) {
      terminal.note("running; log in " + output.log.file());
      follow(job, ctrlC);
      return report(job, bucket);
    }
  }

  private JobConfig config(StoreOpener store) {
    String checkpoints = options.checkpoints().orElse(".sluice/checkpoints");
    JobConfig.Builder b = options.config(store, Path.of(checkpoints).toAbsolutePath().toString());
    more.accept(b);
    return b.build();
  }

  private static void follow(RunningJob job, CtrlC ctrlC) {
    while (job.isRunning() && !ctrlC.await(PAUSE)) {
      // The job does the work.
    }
    job.failure()
        .ifPresent(
            classes -> {
              throw new SluiceException("the job failed (" + classes + "); see the log");
            });
  }

  private int report(RunningJob job, StoreOpener opener) {
    try (ObjectStore store = opener.open()) {
      LedgerSummary ledger = LedgerReader.read(store, job.ledgerRun(), job.incarnation());
      if (output.json.isSet()) {
        Json.print(terminal, ledger);
      } else {
        ledger.snapshots().forEach(terminal::print);
      }
      terminal.note(
          ledger.total().captured()
              + " records read, "
              + ledger.total().rows()
              + " sanitized, "
              + ledger.total().quarantinedTotal()
              + " quarantined, "
              + ledger.snapshots().size()
              + " snapshots sealed");
      return ledger.allAccounted() ? ExitCode.OK : ExitCode.CHECK_FAILED;
    }
  }
}
