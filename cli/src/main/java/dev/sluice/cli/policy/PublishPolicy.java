package dev.sluice.cli.policy;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.timeline.PublishOptions;
import dev.sluice.cli.timeline.Published;
import dev.sluice.cli.timeline.ShadowOption;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.flink.policy.Publication;
import dev.sluice.flink.policy.SourceText;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.TreeMap;
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
    TreeMap<String, String> named = new TreeMap<>();
    SourceText source = Published.source(file);
    Policy.parse(source.name(), source.text(), name -> beside(name, named));
    publish.publish(
        terminal,
        shadow.kind(),
        shadow.share(),
        entries -> Published.newest(entries, Publication.Kind.GOVERN).withPolicy(source, named));
    return ExitCode.OK;
  }

  private String beside(String name, TreeMap<String, String> named) {
    try {
      return named.computeIfAbsent(name, n -> Published.text(file.resolveSibling(n)));
    } catch (SluiceException e) {
      throw new UncheckedIOException(new IOException("unreadable"));
    }
  }
}
