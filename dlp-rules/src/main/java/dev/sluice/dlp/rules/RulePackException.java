package dev.sluice.dlp.rules;

import dev.sluice.model.SluiceException;

/** A rule pack that does not load: names file, line and rule, and says what to do. */
public final class RulePackException extends SluiceException {
  private static final long serialVersionUID = 1L;

  RulePackException(String message) {
    super(message);
  }

  /** An error at that line (from 1) of the file; {@code rule} is empty where none is concerned. */
  public static RulePackException at(
      String file, int line, String rule, String problem, String advice) {
    String where = rule.isEmpty() ? file + ":" + line : file + ":" + line + ": rule " + rule;
    return new RulePackException(where + ": " + problem + ". " + advice);
  }
}
