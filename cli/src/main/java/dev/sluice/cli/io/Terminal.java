package dev.sluice.cli.io;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The outside world of one command run: its streams and environment. Results go to {@code out},
 * everything else (progress, notes, errors) to {@code err}.
 *
 * @param interactive whether a person watches {@code err}; progress bars are shown only then
 */
public record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean interactive,
    Map<String, String> environment) {

  /** The process's own streams, with a large buffer on stdout; {@link #flush} before exit. */
  public static Terminal system() {
    return new Terminal(
        new FileInputStream(FileDescriptor.in),
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
            false,
            StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        System.console() != null,
        System.getenv());
  }

  /** A line for the person who runs the command; never part of the result. */
  public void note(String line) {
    err.println("sluice: " + line);
  }

  /** Writes one line of the result. */
  public void print(String line) {
    out.println(line);
  }

  public void flush() {
    out.flush();
    err.flush();
  }
}
