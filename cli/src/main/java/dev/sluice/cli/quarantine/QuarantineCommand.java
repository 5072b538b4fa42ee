package dev.sluice.cli.quarantine;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice quarantine}. */
@Command(
    name = "quarantine",
    description = "Work off records that were held back. Nothing here passes one past the gate.",
    footer = {
      "",
      "Examples:",
      "  sluice quarantine list --brokers kafka:9092",
      "  sluice quarantine show captures.raw/0/4711 --masked --brokers kafka:9092 --purpose 'ticket 12'"
    },
    subcommands = {
      ListHeld.class,
      ShowHeld.class,
      RetryHeld.class,
      ResolveHeld.class,
      ApproveProposal.class,
      AccountHeld.class
    })
public final class QuarantineCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a subcommand is missing");
  }
}
