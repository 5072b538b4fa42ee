package dev.sluice.cli.policy;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.timeline.PublishOptions;
import dev.sluice.cli.timeline.Published;
import dev.sluice.cli.timeline.ShadowOption;
import dev.sluice.flink.policy.Publication;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sluice policy publish}. */
@Command(
    name = "publish",
    description = "Put a policy in force on the jobs that follow a control topic.",
    footer = {
      "",
      "The policy is loaded and an engine made of it before anything is sent. Rule packs stay as",
      "they were published; see sluice rules publish.",
      "",
      "Examples:",
      "  sluice policy publish policy.yaml --brokers kafka:9092 --publisher-key publisher.key",
      "  sluice policy publish next.yaml --shadow --brokers kafka:9092 --publisher-key publisher.key"
    })
final class PublishPolicy implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private PublishOptions publish;
  @Mixin private ShadowOption shadow;

  @Parameters(paramLabel = "FILE", description = "The policy (YAML).")
  private Path file;

  PublishPolicy(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    publish.publish(
        terminal,
        shadow.kind(),
        shadow.share(),
        entries -> Published.withPolicy(Published.newest(entries, Publication.Kind.GOVERN), file));
    return ExitCode.OK;
  }
}
