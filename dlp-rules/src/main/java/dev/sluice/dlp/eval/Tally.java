package dev.sluice.dlp.eval;

/** Counts of one row of the text measure. Not thread-safe. */
final class Tally {
  private int expected;
  private int found;
  private int exact;
  private int covered;
  private int labelled;
  private int anyScore;
  private int wrong;

  /**
   * @param evident whether the threshold applies to this label
   * @param hit how well it was found at the threshold
   * @param any whether it was found at any score
   */
  void label(boolean evident, Hit hit, boolean any) {
    labelled++;
    anyScore += any ? 1 : 0;
    if (evident) {
      expected++;
      covered += hit == Hit.NONE ? 0 : 1;
      found += hit.isRightType() ? 1 : 0;
      exact += hit == Hit.EXACT ? 1 : 0;
    }
  }

  void wrong() {
    wrong++;
  }

  void add(Tally other) {
    expected += other.expected;
    found += other.found;
    exact += other.exact;
    covered += other.covered;
    labelled += other.labelled;
    anyScore += other.anyScore;
    wrong += other.wrong;
  }

  Scores scores(String name) {
    return Scores.of(name, expected, found, exact, covered, labelled, anyScore, wrong);
  }

  /** How a label was found at the threshold. */
  enum Hit {
    NONE,
    /** Something else was found there: it would be transformed, under another name. */
    OTHER_TYPE,
    OVERLAP,
    EXACT;

    boolean isRightType() {
      return this == OVERLAP || this == EXACT;
    }
  }
}
