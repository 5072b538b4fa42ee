package dev.sluice.cli;

import dev.sluice.cli.bench.BenchCommand;
import dev.sluice.cli.catalog.CatalogCommand;
import dev.sluice.cli.cluster.ClusterCommand;
import dev.sluice.cli.demo.DemoCommand;
import dev.sluice.cli.demo.UpCommand;
import dev.sluice.cli.doctor.DoctorCommand;
import dev.sluice.cli.job.JobCommand;
import dev.sluice.cli.offline.SanitizeCommand;
import dev.sluice.cli.offline.ScanCommand;
import dev.sluice.cli.policy.PolicyCommand;
import dev.sluice.cli.quarantine.QuarantineCommand;
import dev.sluice.cli.rules.RulesCommand;
import dev.sluice.cli.snapshots.SnapshotsCommand;
import dev.sluice.cli.traffic.ImportCommand;
import dev.sluice.cli.traffic.RecordCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root: {@code sluice}. */
@Command(
    name = "sluice",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Turns captured API traffic into sanitized, sealed snapshots.",
    footer = {
      "",
      "Examples:",
      "  sluice demo                                   the whole loop on a small shop",
      "  sluice scan traffic.har                       what is sensitive in a file, without values",
      "  sluice snapshots create traffic.har -o snap   a sanitized snapshot, no server needed",
      "",
      "Exit codes: 0 ok, 1 finding or failed check, 2 usage or infrastructure."
    },
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      RecordCommand.class,
      ImportCommand.class,
      ScanCommand.class,
      SanitizeCommand.class,
      SnapshotsCommand.class,
      CatalogCommand.class,
      JobCommand.class,
      DoctorCommand.class,
      ClusterCommand.class,
      RulesCommand.class,
      PolicyCommand.class,
      QuarantineCommand.class,
      BenchCommand.class
    })
final class SluiceCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show where an error came from.")
  private boolean verbose;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
