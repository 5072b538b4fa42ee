package dev.sluice.cli.io;

import picocli.CommandLine.Option;

/** {@code --json}, for commands whose result machines read too. */
public final class JsonOption {
  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  public boolean isSet() {
    return json;
  }
}
