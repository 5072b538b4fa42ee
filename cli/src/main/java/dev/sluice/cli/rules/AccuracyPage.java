package dev.sluice.cli.rules;

import static dev.sluice.cli.rules.EvalTables.percent;

import dev.sluice.dlp.Engine;
import dev.sluice.dlp.eval.ContainerRow;
import dev.sluice.dlp.eval.EvalReport;
import dev.sluice.dlp.eval.Scores;
import dev.sluice.dlp.eval.TextResult;
import java.util.List;

/** The page {@code docs/accuracy.md}. */
final class AccuracyPage {
  private static final String SCORES =
      "| %s | cases | recall | precision | F2 | exact span | covered | any score | wrong |\n"
          + "|---|--:|--:|--:|--:|--:|--:|--:|--:|\n";
  private static final String CONTAINERS =
      "| %s | messages | named leak | secret leak | neutral leak | altered | quarantined |\n"
          + "|---|--:|--:|--:|--:|--:|--:|\n";

  private final StringBuilder page = new StringBuilder();

  private AccuracyPage() {}

  static String of(EvalReport report) {
    AccuracyPage page = new AccuracyPage();
    page.head(report);
    page.texts(report.texts());
    page.containers(report);
    return page.page.toString();
  }

  /** What the page's numbers belong to; a test compares it. */
  static String stamp(long seed, int size, String corpus) {
    return "Engine "
        + Engine.VERSION
        + ", seed "
        + seed
        + ", size "
        + size
        + ", corpus `"
        + corpus
        + "`.";
  }

  private void head(EvalReport report) {
    page.append("# Accuracy\n\n")
        .append("Written by `sluice rules eval --write docs/accuracy.md`; not edited by hand.\n\n")
        .append(stamp(report.seed(), report.size(), report.corpus()))
        .append("\n\n")
        .append(
            "The corpus is our own: a seeded generator that follows the published formats and check"
                + " digits,\nhand-written sentences, and hard negatives. It is written apart from the"
                + " rules and shows their misses.\nNumbers on foreign traffic differ.\n\n");
  }

  private void texts(TextResult texts) {
    page.append("## Texts\n\n")
        .append(
            "*Cases* have evidence: a plain format, a name or a word beside them; *recall* is their"
                + " share found at the\npolicy's threshold under a right type, *covered* under any type."
                + " *Any score* takes in bare values too.\n*Wrong* are findings where nothing is.\n\n");
    page.append(SCORES.formatted("info type"));
    texts.types().forEach(this::row);
    row(texts.all());
    page.append("\n### Credentials\n\n").append(SCORES.formatted("credential"));
    texts.secrets().forEach(this::row);
    page.append(
        "\n### Hard negatives\n\n| group | texts | with a wrong finding |\n|---|--:|--:|\n");
    texts
        .negatives()
        .forEach(n -> page.append("| %s | %d | %d |\n".formatted(n.group(), n.texts(), n.wrong())));
  }

  private void row(Scores r) {
    page.append(
        "| %s | %d | %s | %s | %s | %s | %s | %s | %d |\n"
            .formatted(
                r.name(),
                r.cases(),
                percent(r.recall()),
                percent(r.precision()),
                percent(r.f2()),
                percent(r.exact()),
                percent(r.covered()),
                percent(r.anyScore()),
                r.wrong()));
  }

  private void containers(EvalReport report) {
    page.append("\n## Containers\n\n")
        .append(
            "A value planted among harmless fields, run through the engine (profile balanced). *Leak*:"
                + " the value stands in\nsome decoding of the output; in a *named* field, a *secret* in"
                + " a named field, or an evident value in a field\nwhose name tells nothing. *Altered*:"
                + " another value of the message changed.\n\n");
    table("container", report.containers().containers());
    row(report.containers().all());
    List<ContainerRow> leaking =
        report.containers().kinds().stream().filter(r -> r.worstLeak() > 0).toList();
    if (!leaking.isEmpty()) {
      page.append("\n### Kinds that leak\n\n");
      table("kind", leaking);
    }
  }

  private void table(String what, List<ContainerRow> rows) {
    page.append(CONTAINERS.formatted(what));
    rows.forEach(this::row);
  }

  private void row(ContainerRow r) {
    page.append(
        "| %s | %d | %s | %s | %s | %s | %s |\n"
            .formatted(
                r.name(),
                r.messages(),
                percent(r.named()),
                percent(r.secrets()),
                percent(r.neutral()),
                percent(r.altered()),
                percent(r.quarantined())));
  }
}
