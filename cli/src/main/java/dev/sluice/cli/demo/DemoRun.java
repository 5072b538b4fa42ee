package dev.sluice.cli.demo;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.Logging;
import dev.sluice.cli.io.ImportOptions;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.stack.CtrlC;
import dev.sluice.cli.stack.Stack;
import dev.sluice.cli.stack.StackConfig;
import dev.sluice.cli.stack.WorkDir;
import dev.sluice.flink.JobConfig;
import dev.sluice.flink.JobRunner;
import dev.sluice.flink.KeySource;
import dev.sluice.flink.RunningJob;
import dev.sluice.model.SluiceException;
import java.time.Duration;
import java.util.Locale;

/**
 * One demo from start to end.
 *
 * <pre>
 * stack ─► traffic (shop or files) ─► Kafka ─► job ─► bucket ─► catalog ─► summary
 * </pre>
 */
final class DemoRun {
  private static final Duration CHECKPOINTS = Duration.ofSeconds(2);

  /**
   * The shop's records are never far out of order, and nobody wants to wait for the last window.
   */
  private static final JobConfig.Timing TIMING =
      new JobConfig.Timing(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));

  private final Terminal terminal;
  private final DemoOptions options;
  private final ImportOptions imports;
  private final DemoText text;

  DemoRun(Terminal terminal, DemoOptions options, ImportOptions imports) {
    this.terminal = terminal;
    this.options = options;
    this.imports = imports;
    this.text = new DemoText(terminal);
  }

  int run() {
    WorkDir dir = workDir();
    Logging.toFile(dir.log());
    prepare(dir);
    try (CtrlC ctrlC = CtrlC.listen()) {
      try {
        return withStack(dir, ctrlC);
      } finally {
        if (options.dir().isEmpty()) {
          dir.delete();
        }
      }
    }
  }

  private WorkDir workDir() {
    if (options.dir().isEmpty()) {
      return WorkDir.temporary();
    }
    WorkDir dir = WorkDir.at(options.dir().get());
    if (dir.isUsed()) {
      throw new SluiceException(
          dir.root() + " holds an earlier run; remove it or name another folder with --dir");
    }
    return dir;
  }

  private void prepare(WorkDir dir) {
    boolean removed = options.dir().isEmpty();
    terminal.note("data in " + dir.root() + (removed ? " (removed at the end)" : ""));
    if (dir.createKey()) {
      terminal.note("made a tokenization key for this demo: " + dir.key());
    }
    dir.writePolicy(DemoPolicy.yaml(options.window()));
  }

  private int withStack(WorkDir dir, CtrlC ctrlC) {
    terminal.note("starting Kafka, S3, catalog and Flink in this process ...");
    long begun = System.nanoTime();
    StackConfig config = StackConfig.of(dir).withAutoApprove(options.autoApprove());
    try (Stack stack = Stack.start(config);
        Traffic traffic = traffic(stack);
        RunningJob job = JobRunner.start(job(stack, traffic))) {
      double seconds = (System.nanoTime() - begun) / 1e9;
      terminal.note(
          String.format(Locale.ROOT, "up after %.1f s, catalog: %s", seconds, stack.catalogUrl()));
      return follow(stack, traffic, job, ctrlC);
    }
  }

  private Traffic traffic(Stack stack) {
    return options.input().isEmpty()
        ? ShopTraffic.start(stack, options)
        : FileTraffic.publish(stack, options, imports, terminal);
  }

  private JobConfig job(Stack stack, Traffic traffic) {
    return stack
        .job(KeySource.file(stack.dir().key().toString()))
        .policy(stack.dir().policy().toString())
        .parallelism(options.parallelism())
        .checkpointInterval(CHECKPOINTS)
        .timing(TIMING)
        .untilLatest(traffic.isBounded())
        .build();
  }

  private int follow(Stack stack, Traffic traffic, RunningJob job, CtrlC ctrlC) {
    Watch watch = new Watch(new Account(stack, job), job, text);
    Account.State state = watch.untilSettled(traffic, ctrlC);
    DemoSummary summary = DemoSummary.of(state, traffic.dropped(), stack.catalogUrl());
    report(summary, state);
    if (!options.once() && !ctrlC.isAsked()) {
      text.next(summary.catalogUrl(), state.snapshots());
      traffic.resume();
      watch.until(ctrlC);
      return ExitCode.OK;
    }
    boolean sound = summary.isBalanced() && (state.isSettled() || ctrlC.isAsked());
    return sound ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  private void report(DemoSummary summary, Account.State state) {
    if (options.json()) {
      Json.print(terminal, summary);
    } else {
      text.summary(summary, state);
    }
    state.ledger().holes().forEach(hole -> terminal.note("the ledger has a hole: " + hole));
    terminal.flush();
  }
}
