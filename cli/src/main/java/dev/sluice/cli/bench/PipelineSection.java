package dev.sluice.cli.bench;

import static dev.sluice.cli.bench.PerformancePage.format;

import java.util.SortedSet;
import java.util.TreeSet;

/** The pipeline's part of the page. */
final class PipelineSection {
  private static final double LEAST_RATIO = 0.7;
  private static final double MOST_COMMIT = 0.05;
  private static final int MOST_MEGABYTES = 768;

  private PipelineSection() {}

  static String of(PipelineReport report) {
    return head(report) + "\n" + speeds(report) + "\n" + targets(report) + "\n" + stages(report);
  }

  private static String head(PipelineReport report) {
    return PerformancePage.machine(report.machine())
        + format(
            """
            The job from Kafka to a sealed snapshot, %d chains, %.0f MB of `dense` traffic, a checkpoint each %.0f s; Kafka and S3 run
            on the same cores. *Off* is the same job with an engine that lets its own made-up traffic pass. The clock runs from the first
            record to the last commit, in the second run of each.
            """,
            report.chains(), report.megabytes(), report.checkpoints().intervalSeconds());
  }

  private static String speeds(PipelineReport report) {
    return "| sanitizing | MB/s | exchanges/s |\n|---|--:|--:|\n"
        + speed("on", report.on())
        + speed("off", report.off());
  }

  private static String speed(String name, PipelineReport.Speed s) {
    return format("| %s | %.1f | %.0f |\n", name, s.MBps(), s.exchangesPerSecond());
  }

  private static String targets(PipelineReport report) {
    PipelineReport.Checkpoints c = report.checkpoints();
    double commit = Math.max(c.prepareCommitShare(), c.commitShare());
    return "| target | asked | measured | met |\n|---|--:|--:|---|\n"
        + PerformancePage.target(
            "on to off",
            ">= " + LEAST_RATIO,
            format("%.2f", report.ratio()),
            report.ratio() >= LEAST_RATIO)
        + PerformancePage.target(
            "time in prepareCommit or commit",
            "< 5 %",
            format("%.1f %%", 100 * commit),
            commit < MOST_COMMIT)
        + memory(report.manyServices())
        + format("\nThe largest checkpoint of the runs above had %d bytes.\n", c.mostBytes())
        + many(report.manyServices())
        + "What is cut into parts at a checkpoint is encoded and uploaded before it ends; chains wait for that.\n";
  }

  private static String memory(PipelineReport.ManyServices many) {
    return PerformancePage.target(
        format("%,d services x %d open windows, MB", many.services(), many.openWindows()),
        "<= " + MOST_MEGABYTES,
        format("%.0f", many.peakMegabytes()),
        many.peakMegabytes() > 0 && many.peakMegabytes() <= MOST_MEGABYTES);
  }

  private static String many(PipelineReport.ManyServices many) {
    return format(
        """
        That of many services is a job in a process of its own with a heap of %d MB, which holds rows of %,d services in %d windows
        each at once (%,d exchanges); the memory is the most that was resident, the largest checkpoint had %.1f MB, and all windows were
        sealed %.0f s after the process began.

        """,
        many.heapMegabytes(),
        many.services(),
        many.openWindows(),
        many.exchanges(),
        many.checkpointMegabytes(),
        many.seconds());
  }

  private static String stages(PipelineReport report) {
    StringBuilder text =
        new StringBuilder("Where the chains' time goes (samples of their stacks):\n\n")
            .append("| stage | on | off |\n|---|--:|--:|\n");
    SortedSet<String> stages = new TreeSet<>(report.on().shares().keySet());
    stages.addAll(report.off().shares().keySet());
    for (String stage : stages) {
      text.append(
          format(
              "| %s | %.1f %% | %.1f %% |\n",
              stage,
              100 * report.on().shares().getOrDefault(stage, 0.0),
              100 * report.off().shares().getOrDefault(stage, 0.0)));
    }
    return text.toString();
  }
}
