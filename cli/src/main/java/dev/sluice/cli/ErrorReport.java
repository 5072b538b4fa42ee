package dev.sluice.cli;

import dev.sluice.cli.io.Terminal;
import dev.sluice.model.SluiceException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * One clear line for an error, and with {@code --verbose} where it came from. Messages are shown
 * only where Sluice wrote them: a library's message can hold input.
 */
final class ErrorReport implements IExecutionExceptionHandler {
  private final Terminal terminal;

  ErrorReport(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    Throwable root = unwrap(e);
    terminal.note(line(root));
    if (verbose(parsed)) {
      trace(root);
    }
    return ExitCode.USAGE;
  }

  private static Throwable unwrap(Throwable e) {
    Throwable cause = e.getCause();
    boolean wrapper = e instanceof ExecutionException || e instanceof CompletionException;
    return wrapper && cause != null ? unwrap(cause) : e;
  }

  private static String line(Throwable e) {
    String message = e.getMessage();
    if (e instanceof SluiceException && message != null) {
      return message;
    }
    if (e instanceof java.nio.file.NoSuchFileException) {
      return "no such file: " + message;
    }
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "not allowed to open: " + message;
    }
    if (e instanceof java.net.ConnectException) {
      return "cannot connect; is the server running?";
    }
    return "failed with " + e.getClass().getSimpleName() + "; --verbose shows where";
  }

  private static boolean verbose(ParseResult parsed) {
    ParseResult at = parsed;
    while (at.hasSubcommand()) {
      at = at.subcommand();
    }
    return at.hasMatchedOption("--verbose") || parsed.hasMatchedOption("--verbose");
  }

  private void trace(Throwable root) {
    @Nullable Throwable e = root;
    for (int depth = 0; e != null && depth < 10; depth++, e = e.getCause()) {
      terminal.err().println((depth == 0 ? "" : "caused by ") + e.getClass().getName());
      for (StackTraceElement frame : e.getStackTrace()) {
        terminal.err().println("  at " + frame);
      }
    }
  }
}
