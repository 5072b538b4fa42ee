package dev.sluice.cli.policy;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.timeline.PublishOptions;
import dev.sluice.cli.timeline.Published;
import dev.sluice.flink.policy.PolicyBundle;
import dev.sluice.flink.policy.Publication;
import dev.sluice.model.SluiceException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sluice policy shadow promote}. */
@Command(name = "promote", description = "Put the policy and packs of the newest shadow in force.")
final class PromoteShadow implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private PublishOptions publish;

  PromoteShadow(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    publish.publish(
        terminal,
        Publication.Kind.GOVERN,
        1,
        entries -> {
          PolicyBundle shadow = Published.newest(entries, Publication.Kind.SHADOW);
          if (shadow.equals(PolicyBundle.AS_STARTED)) {
            throw new SluiceException("no shadow runs; see sluice policy list");
          }
          return shadow;
        });
    return ExitCode.OK;
  }
}
