package dev.sluice.cli;

import dev.sluice.cli.io.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * One command line run in this process.
 *
 * @param out what a pipe would get
 * @param err what a person would read
 */
record CliRun(int code, String out, String err) {
  static CliRun of(String... args) {
    return with("", args);
  }

  static CliRun with(String stdin, String... args) {
    return run(stdin, Map.of(), args);
  }

  /** With variables of the environment; picocli's own look-ups see those of this process. */
  static CliRun in(Map<String, String> environment, String... args) {
    return run("", environment, args);
  }

  private static CliRun run(String stdin, Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            environment);
    int code = SluiceCli.run(terminal, args);
    terminal.flush();
    return new CliRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
