package dev.sluice.cli.quarantine;

import picocli.CommandLine.Option;

/** Where pointers to held records are. */
final class PointerTopic {
  @Option(
      names = "--quarantine-topic",
      paramLabel = "NAME",
      defaultValue = "captures.quarantine",
      description = "Pointers to what was held back; default: ${DEFAULT-VALUE}.")
  private String topic;

  String name() {
    return topic;
  }
}
