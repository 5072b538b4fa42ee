package dev.sluice.cli;

import dev.sluice.cli.io.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Builds the command tree and runs it. Exit codes: see {@link ExitCode}. */
public final class SluiceCli {
  private SluiceCli() {}

  /** Runs one command line and returns its exit code; never throws. */
  public static int run(Terminal terminal, String... args) {
    return commandLine(terminal).execute(args);
  }

  static CommandLine commandLine(Terminal terminal) {
    return new CommandLine(SluiceCommand.class, new CommandFactory(terminal))
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(SluiceCli::usage)
        .setExecutionExceptionHandler(new ErrorReport(terminal))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
  }

  private static int usage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println("sluice: " + e.getMessage());
    command.getErr().println("See '" + name + " --help'.");
    return ExitCode.USAGE;
  }
}
