package dev.sluice.cli.catalog;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice catalog}. */
@Command(
    name = "catalog",
    description = "Serve a catalog, or restore its index from the bucket.",
    subcommands = {ServeCommand.class, RebuildCommand.class})
public final class CatalogCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a subcommand is missing");
  }
}
