package dev.sluice.cli.policy;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice policy}. */
@Command(
    name = "policy",
    description = "Show policies and transforms; learn which fields are safe.",
    footer = {
      "",
      "Examples:",
      "  sluice policy show --policy policy.yaml",
      "  sluice policy transforms",
      "  sluice policy learn ./snap -o fields.yaml"
    },
    subcommands = {ShowPolicy.class, ListTransforms.class, LearnFields.class})
public final class PolicyCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a subcommand is missing");
  }
}
