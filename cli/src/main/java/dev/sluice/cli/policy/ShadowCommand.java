package dev.sluice.cli.policy;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice policy shadow}. */
@Command(
    name = "shadow",
    description = {
      "Candidates that run beside the active policy and only count what they would have done.",
      "Publish one with the option --shadow of policy publish or rules publish."
    },
    footer = {
      "",
      "Examples:",
      "  sluice policy shadow show --brokers kafka:9092",
      "  sluice policy shadow promote --brokers kafka:9092 --publisher-key publisher.key",
      "  sluice policy shadow end --brokers kafka:9092 --publisher-key publisher.key"
    },
    subcommands = {ShowShadows.class, PromoteShadow.class, EndShadow.class})
final class ShadowCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a subcommand is missing");
  }
}
