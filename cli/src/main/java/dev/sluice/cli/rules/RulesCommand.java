package dev.sluice.cli.rules;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice rules}. */
@Command(
    name = "rules",
    description =
        "List, show, draft, test, explain, compare and measure rules; publish them to running jobs.",
    footer = {
      "",
      "Examples:",
      "  sluice rules list --category secret",
      "  sluice rules show email-address",
      "  sluice rules new BDG-4711 BDG-0815 -o my-rules.yaml",
      "  sluice rules test my-rules.yaml",
      "  sluice rules explain --text 4111111111111112 --field cardNumber",
      "  sluice rules impact --input traffic.har --new my-rules.yaml",
      "  sluice rules eval",
      "  sluice rules publish my-rules.yaml --brokers kafka:9092 --publisher-key publisher.key"
    },
    subcommands = {
      ListRules.class,
      ShowRule.class,
      NewRule.class,
      TestRules.class,
      EvalRules.class,
      ExplainText.class,
      RulesImpact.class,
      RulesSchema.class,
      PublishRules.class
    })
public final class RulesCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a subcommand is missing");
  }
}
