package dev.sluice.cli;

import dev.sluice.cli.io.Terminal;

/** The process entry point. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Logging.quiet();
    Terminal terminal = Terminal.system();
    int code = SluiceCli.run(terminal, args);
    terminal.flush();
    // Flink, Kafka and Vert.x leave threads behind; nothing of value runs in them any more.
    System.exit(code);
  }
}
