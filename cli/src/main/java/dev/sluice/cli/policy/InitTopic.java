package dev.sluice.cli.policy;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.timeline.TimelineOptions;
import dev.sluice.flink.policy.ControlTopic;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice policy init}. */
@Command(
    name = "init",
    description = "Create the control topic: one partition, compacted, stamped by the broker.",
    footer = {"", "Examples:", "  sluice policy init --brokers kafka:9092 --replicas 3"})
final class InitTopic implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private TimelineOptions timeline;

  @Option(names = "--replicas", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private short replicas;

  InitTopic(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ControlTopic.create(timeline.kafka(), timeline.topicName(), replicas);
    ControlTopic.check(timeline.kafka(), timeline.topicName());
    terminal.note("topic " + timeline.topicName() + " is ready");
    return ExitCode.OK;
  }
}
