package dev.sluice.cli.bench;

import dev.sluice.benchmarks.PassThroughJob;
import dev.sluice.capture.kafka.BulkPublisher;
import dev.sluice.capture.kafka.PublisherConfig;
import dev.sluice.capture.synthetic.SyntheticTraffic;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.stack.Stack;
import dev.sluice.cli.stack.StackConfig;
import dev.sluice.cli.stack.Topics;
import dev.sluice.cli.stack.WorkDir;
import dev.sluice.flink.JobConfig;
import dev.sluice.flink.JobRunner;
import dev.sluice.flink.KeySource;
import dev.sluice.flink.RunningJob;
import dev.sluice.model.SluiceException;
import java.time.Duration;

/**
 * Runs the job over the same topic with and without sanitizing, in turns, twice each; the first of
 * each warms up. Topic and bucket are thrown away.
 */
final class PipelineRun {
  private static final long SEED = 1;
  private static final int CHAINS = 2;
  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final Terminal terminal;
  private final long megabytes;
  private final int services;
  private int exchanges;
  private long bytes;

  PipelineRun(Terminal terminal, long megabytes, int services) {
    this.terminal = terminal;
    this.megabytes = megabytes;
    this.services = services;
  }

  PipelineReport run(WorkDir dir) {
    PipelineReport.ManyServices many = ManyServices.run(terminal, services);
    dir.createKey();
    try (Stack stack = Stack.start(StackConfig.of(dir))) {
      publish(stack);
      without(stack, "off1");
      with(stack, "on1");
      JobSampler off = without(stack, "off2");
      JobSampler on = with(stack, "on2");
      return report(on, off, many);
    }
  }

  private void publish(Stack stack) {
    terminal.note("publishing " + megabytes + " MB of made-up traffic ...");
    SyntheticTraffic traffic = SyntheticTraffic.dense(SEED);
    PublisherConfig config = PublisherConfig.of(stack.brokers(), Topics.RAW);
    try (BulkPublisher publisher = BulkPublisher.open(config)) {
      while (bytes < megabytes * 1_000_000) {
        Sample sample = Sample.of(traffic.next());
        publisher.publish(sample.capture());
        bytes += sample.document().length;
        exchanges++;
      }
      publisher.flush();
    }
  }

  private JobSampler without(Stack stack, String run) {
    terminal.note("without sanitizing (" + run + ") ...");
    JobConfig config = job(stack, run);
    JobSampler sampler = JobSampler.start(stack.dir().checkpoints());
    try (sampler) {
      PassThroughJob.run(config, SEED, exchanges);
    }
    return sampler;
  }

  private JobSampler with(Stack stack, String run) {
    terminal.note("with sanitizing (" + run + ") ...");
    JobConfig config = job(stack, run);
    JobSampler sampler = JobSampler.start(stack.dir().checkpoints());
    try (sampler;
        RunningJob job = JobRunner.start(config)) {
      if (!job.await(PATIENCE)) {
        throw new SluiceException("the job did not end within " + PATIENCE.toMinutes() + " min");
      }
    }
    return sampler;
  }

  private static JobConfig job(Stack stack, String run) {
    return stack
        .job(KeySource.file(stack.dir().key().toString()))
        .parallelism(CHAINS)
        .checkpointInterval(INTERVAL)
        .untilLatest(true)
        .backfillRun(run)
        .build();
  }

  private PipelineReport report(JobSampler on, JobSampler off, PipelineReport.ManyServices many) {
    return new PipelineReport(
        Machine.here(),
        bytes / 1e6,
        exchanges,
        CHAINS,
        speed(on),
        speed(off),
        off.seconds() / on.seconds(),
        new PipelineReport.Checkpoints(
            INTERVAL.toSeconds(), on.prepareCommitShare(), on.commitShare(), on.checkpointBytes()),
        many);
  }

  private PipelineReport.Speed speed(JobSampler job) {
    return new PipelineReport.Speed(
        bytes / 1e6 / job.seconds(), exchanges / job.seconds(), job.seconds(), job.shares());
  }
}
