package dev.sluice.cli;

/** What a command's exit code says. */
public final class ExitCode {
  public static final int OK = 0;

  /** The command ran, and what it checked does not hold. */
  public static final int CHECK_FAILED = 1;

  /** The command could not run: wrong usage, unreadable input, missing key, no connection. */
  public static final int USAGE = 2;

  private ExitCode() {}
}
