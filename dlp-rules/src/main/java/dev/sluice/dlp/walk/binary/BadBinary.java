package dev.sluice.dlp.walk.binary;

/** Why a binary document was not read. Carries no message, cause or stack. */
public final class BadBinary extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** The bytes are not of that format: damaged, cut off or something else. */
    MALFORMED,
    /** Nested deeper than the limit. */
    TOO_DEEP,
    /** A compressed part is written in a coding that is not read. */
    UNKNOWN_CODING
  }

  private final Problem problem;

  BadBinary(Problem problem) {
    super(problem.name(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  static BadBinary malformed() {
    return new BadBinary(Problem.MALFORMED);
  }

  static BadBinary tooDeep() {
    return new BadBinary(Problem.TOO_DEEP);
  }
}
