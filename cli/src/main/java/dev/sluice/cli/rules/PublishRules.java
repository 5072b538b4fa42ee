package dev.sluice.cli.rules;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.timeline.PublishOptions;
import dev.sluice.cli.timeline.Published;
import dev.sluice.cli.timeline.ShadowOption;
import dev.sluice.flink.policy.Entry;
import dev.sluice.flink.policy.PolicyBundle;
import dev.sluice.flink.policy.Publication;
import dev.sluice.model.SluiceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice rules publish}. */
@Command(
    name = "publish",
    description = "Put rule packs in force on the jobs that follow a control topic.",
    footer = {
      "",
      "Each pack's examples are proven before anything is sent. A pack takes the place of one of",
      "the same file name; the others, the built-in ones and the policy stay.",
      "",
      "Examples:",
      "  sluice rules publish my-rules.yaml --brokers kafka:9092 --publisher-key publisher.key",
      "  sluice rules publish --remove my-rules.yaml --brokers kafka:9092 --publisher-key p.key"
    })
final class PublishRules implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private PublishOptions publish;
  @Mixin private ShadowOption shadow;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Rule packs.")
  private List<Path> packs = new ArrayList<>();

  @Option(
      names = "--remove",
      paramLabel = "NAME",
      description = "A published pack to take away, by its file name; may be repeated.")
  private List<String> removed = new ArrayList<>();

  PublishRules(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (packs.isEmpty() && removed.isEmpty()) {
      throw new SluiceException("name a rule pack, or one to --remove");
    }
    publish.publish(terminal, shadow.kind(), shadow.share(), this::merged);
    return ExitCode.OK;
  }

  private PolicyBundle merged(List<Entry> entries) {
    return Published.withPacks(Published.newest(entries, Publication.Kind.GOVERN), packs, removed);
  }
}
