package dev.sluice.cli.snapshots;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice snapshots}. */
@Command(
    name = "snapshots",
    description = "Make, find, show, fetch and verify snapshots.",
    footer = {
      "",
      "A snapshot's name: ID, service@latest, service@LABEL, service@2026-11-22T12:00Z, or a folder (./DIR).",
      "",
      "Examples:",
      "  sluice snapshots create traffic.har -o snap",
      "  sluice snapshots show ./snap",
      "  sluice snapshots list --service checkout",
      "  sluice snapshots pull checkout@latest -o snap"
    },
    subcommands = {
      CreateCommand.class,
      ListCommand.class,
      ShowCommand.class,
      PullCommand.class,
      VerifyCommand.class
    })
public final class SnapshotsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a subcommand is missing");
  }
}
