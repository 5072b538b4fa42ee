package dev.sluice.cli.policy;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Terminal;
import dev.sluice.flink.policy.PublisherKey;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sluice policy keygen}. */
@Command(
    name = "keygen",
    description = "Make the key that a publisher of policies signs with.",
    footer = {
      "",
      "Prints the public line; jobs that are given it (--trust) believe this publisher.",
      "",
      "Examples:",
      "  sluice policy keygen -o publisher.key > publisher.pub"
    })
final class MakePublisherKey implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "A new file, for its owner only.")
  private Path output;

  MakePublisherKey(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PublisherKey key = PublisherKey.generate();
    key.write(output);
    terminal.print(key.publicText());
    return ExitCode.OK;
  }
}
