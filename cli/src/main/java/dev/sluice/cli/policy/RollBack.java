package dev.sluice.cli.policy;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.timeline.PublishOptions;
import dev.sluice.flink.policy.Entry;
import dev.sluice.flink.policy.PolicyBundle;
import dev.sluice.flink.policy.Publication;
import dev.sluice.model.SluiceException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice policy rollback}. */
@Command(
    name = "rollback",
    description = {
      "Put what was in force before the newest entry in force again, as a new entry.",
      "What was sanitized under the newest stays as it is; a backfill makes it anew."
    },
    footer = {
      "",
      "Examples:",
      "  sluice policy rollback --brokers kafka:9092 --publisher-key publisher.key",
      "  sluice policy rollback --to 3 --brokers kafka:9092 --publisher-key publisher.key"
    })
final class RollBack implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private PublishOptions publish;

  @Option(
      names = "--to",
      paramLabel = "N",
      description = "That entry's policy and packs; 0 for what the job was started with.")
  private long to = -1;

  RollBack(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    publish.publish(terminal, Publication.Kind.GOVERN, 1, this::target);
    return ExitCode.OK;
  }

  private PolicyBundle target(List<Entry> entries) {
    List<Entry> usable =
        entries.stream()
            .filter(Entry::isUsable)
            .filter(e -> e.publication().kind() == Publication.Kind.GOVERN)
            .toList();
    if (usable.isEmpty()) {
      throw new SluiceException("nothing was published; there is nothing to go back from");
    }
    if (to == 0 || (to < 0 && usable.size() == 1)) {
      return PolicyBundle.AS_STARTED;
    }
    if (to < 0) {
      return usable.get(usable.size() - 2).publication().bundle();
    }
    return usable.stream()
        .map(Entry::publication)
        .filter(p -> p.number() == to)
        .findFirst()
        .map(Publication::bundle)
        .orElseThrow(
            () -> new SluiceException("no entry " + to + " ever governed; see sluice policy list"));
  }
}
