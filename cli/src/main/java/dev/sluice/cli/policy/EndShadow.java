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

/** {@code sluice policy shadow end}. */
@Command(name = "end", description = "Run no shadow any more; its counts stay.")
final class EndShadow implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private PublishOptions publish;

  EndShadow(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    publish.publish(
        terminal,
        Publication.Kind.SHADOW,
        1,
        entries -> {
          if (Published.newest(entries, Publication.Kind.SHADOW).equals(PolicyBundle.AS_STARTED)) {
            throw new SluiceException("no shadow runs; see sluice policy list");
          }
          return PolicyBundle.AS_STARTED;
        });
    return ExitCode.OK;
  }
}
