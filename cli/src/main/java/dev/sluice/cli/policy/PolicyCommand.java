package dev.sluice.cli.policy;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice policy}. */
@Command(
    name = "policy",
    description = "Check and explain policies, learn safe fields, publish to running jobs.",
    footer = {
      "",
      "Examples:",
      "  sluice policy validate policy.yaml",
      "  sluice policy explain --policy policy.yaml --service checkout",
      "  sluice policy transforms",
      "  sluice policy learn ./snap -o fields.yaml",
      "  sluice policy publish policy.yaml --brokers kafka:9092 --publisher-key publisher.key",
      "  sluice policy list --brokers kafka:9092 --trust publisher.pub"
    },
    subcommands = {
      ShowPolicy.class,
      ExplainPolicy.class,
      ValidatePolicy.class,
      PolicySchema.class,
      ListTransforms.class,
      LearnFields.class,
      ProposeRates.class,
      MakePublisherKey.class,
      InitTopic.class,
      PublishPolicy.class,
      ListPublications.class,
      RollBack.class,
      ShadowCommand.class
    })
public final class PolicyCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a subcommand is missing");
  }
}
