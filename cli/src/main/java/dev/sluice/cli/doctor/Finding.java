package dev.sluice.cli.doctor;

/**
 * What one look found. Never holds a secret.
 *
 * @param what was looked at
 * @param says what was found
 * @param advice what to do; empty if all is well
 */
record Finding(State state, String what, String says, String advice) {
  /** How bad it is. */
  enum State {
    OK,
    WARN,
    FAIL
  }

  static Finding ok(String what, String says) {
    return new Finding(State.OK, what, says, "");
  }

  static Finding warn(String what, String says, String advice) {
    return new Finding(State.WARN, what, says, advice);
  }

  static Finding fail(String what, String says, String advice) {
    return new Finding(State.FAIL, what, says, advice);
  }

  /** The finding as a line for people. */
  String line() {
    String lead =
        String.format(
            "%-4s  %-16s  %s", state.name().toLowerCase(java.util.Locale.ROOT), what, says);
    return advice.isEmpty() ? lead : lead + "; " + advice;
  }
}
