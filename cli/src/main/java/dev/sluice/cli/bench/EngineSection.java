package dev.sluice.cli.bench;

import static dev.sluice.cli.bench.PerformancePage.format;

import java.util.Map;

/** The engine's part of the page. */
final class EngineSection {
  private static final Map<String, Double> LEAST_RATIOS =
      Map.of("clean", 1.5, "real", 1.0, "dense", 0.5);

  private final EngineReport report;
  private final StringBuilder text = new StringBuilder();

  private EngineSection(EngineReport report) {
    this.report = report;
  }

  static String of(EngineReport report) {
    EngineSection section = new EngineSection(report);
    section.head();
    section.speeds();
    section.targets();
    section.causes();
    return section.text.toString();
  }

  private void head() {
    text.append(PerformancePage.machine(report.machine()))
        .append(
            format(
                "%d rules, one thread, %.0f s per measurement, after a warm-up until the speed no longer rises.\n\n",
                report.rules(), report.seconds()))
        .append(
            """
            A corpus is exchanges. Each is written as one JSON document, its JSON bodies as JSON; the length of that document is its
            size for every speed. *Copy* is Jackson reading the document and writing it again, without rules. *Sanitize* is the engine
            on the same exchange: rules, rewriting, second look. *Naive* is the patterns of all rules through RE2J, one after the other
            over each value. `clean` and `dense` are made up from a seed, ever new; `real` are captures of public projects, again and again.

            """);
  }

  private void speeds() {
    text.append(
        "| corpus | copy MB/s | sanitize MB/s | ratio to copy | without second look MB/s | naive MB/s |"
            + " ratio to naive | findings per MB | allocated bytes per byte | states |\n"
            + "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
    for (EngineReport.CorpusResult r : report.corpora()) {
      text.append(
          format(
              "| %s | %.1f | %.1f | %.2f | %.1f | %.3f | %.0f | %.0f | %.1f | %d |\n",
              r.name(),
              r.copyMBps(),
              r.sanitizeMBps(),
              r.ratioToCopy(),
              r.sanitizeWithoutSecondLookMBps(),
              r.naiveMBps(),
              r.ratioToNaive(),
              r.findings() / r.megabytes(),
              r.allocBytesPerByte(),
              r.tableStates()));
    }
  }

  private void targets() {
    text.append("\n| target | asked | measured | met |\n|---|--:|--:|---|\n");
    for (EngineReport.CorpusResult r : report.corpora()) {
      double least = LEAST_RATIOS.getOrDefault(r.name(), 1.0);
      target(
          r.name() + ", ratio to copy", ">= " + least, r.ratioToCopy(), r.ratioToCopy() >= least);
      target(r.name() + ", ratio to naive", ">= 1000", r.ratioToNaive(), r.ratioToNaive() >= 1000);
      if (r.name().equals("clean")) {
        double allocated = r.allocBytesPerByte();
        target("clean, allocated bytes per byte", "<= 1", allocated, allocated <= 1);
      }
    }
    double start = report.engineStartSeconds();
    target("seconds to a ready engine", "< 1", start, start < 1);
  }

  private void target(String what, String asked, double measured, boolean met) {
    text.append(PerformancePage.target(what, asked, format("%.2f", measured), met));
  }

  private void causes() {
    text.append("\nWhere the time goes, from the table: ");
    for (EngineReport.CorpusResult r : report.corpora()) {
      double look = 1 - r.sanitizeMBps() / r.sanitizeWithoutSecondLookMBps();
      text.append(format("on %s the second look takes %.0f %%; ", r.name(), 100 * look));
    }
    text.append(
        "the rest is rules and rewriting. What the\n"
            + "profile shows inside of them, part by part, is in [decision 0012]"
            + "(decisions/0012-exact-spans-by-backtracking.md).\n");
  }
}
