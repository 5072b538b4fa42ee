package dev.sluice.dlp.eval;

/**
 * One row of the text measure. All shares are 0 to 1.
 *
 * @param name an info type or a kind of credential
 * @param cases labels with evidence: a plain format, a name or a word beside them
 * @param recall share of those found at the policy's threshold under a right type
 * @param precision right findings of all; findings on a label of another type are not counted
 * @param f2 weighs recall four times as much as precision
 * @param exact share of the found ones whose span is exactly the value's
 * @param covered share of cases found under any type: what would be transformed
 * @param anyScore share of all labels, bare ones included, found at any score
 * @param wrong findings at the threshold where nothing is
 */
public record Scores(
    String name,
    int cases,
    double recall,
    double precision,
    double f2,
    double exact,
    double covered,
    double anyScore,
    int wrong) {

  static Scores of(
      String name,
      int cases,
      int found,
      int exact,
      int covered,
      int labelled,
      int anyScore,
      int wrong) {
    double recall = share(found, cases);
    double precision = share(found, found + wrong);
    return new Scores(
        name,
        cases,
        recall,
        precision,
        f2(precision, recall),
        share(exact, found),
        share(covered, cases),
        share(anyScore, labelled),
        wrong);
  }

  private static double f2(double precision, double recall) {
    return precision + recall == 0 ? 0 : 5 * precision * recall / (4 * precision + recall);
  }

  /** 1 where there was nothing to do. */
  static double share(int part, int whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }
}
