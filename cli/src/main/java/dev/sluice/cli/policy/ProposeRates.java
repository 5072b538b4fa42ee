package dev.sluice.cli.policy;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Terminal;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.policy.PolicyChoice;
import dev.sluice.dlp.policy.PolicyExplanation.Endpoint;
import dev.sluice.model.EndpointBaseline;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.read.SnapshotReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice policy rates}. */
@Command(
    name = "rates",
    description = {
      "Propose a share of sessions to keep for each endpoint, from what sealed snapshots hold.",
      "Prints parts of a policy, for a reviewer to edit."
    },
    footer = {
      "",
      "Examples:",
      "  sluice policy rates ./snap --keep 1000",
      "  sluice policy rates ./snap --policy policy.yaml"
    })
final class ProposeRates implements Callable<Integer> {
  /** Digits of a share that matter. */
  private static final MathContext DIGITS = new MathContext(2, RoundingMode.UP);

  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "SNAPSHOT", description = "Snapshot folders.")
  private List<Path> inputs;

  @Option(
      names = "--keep",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Exchanges of an endpoint to keep in a window, about; ${DEFAULT-VALUE}.")
  private int keep;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The policy the snapshots were made under, if that samples already.")
  private @Nullable Path policy;

  ProposeRates(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Where a share holds. */
  private record Stratum(String service, String endpoint) implements Comparable<Stratum> {
    @Override
    public int compareTo(Stratum other) {
      int byService = service.compareTo(other.service);
      return byService != 0 ? byService : endpoint.compareTo(other.endpoint);
    }
  }

  @Override
  public Integer call() {
    if (keep < 1) {
      throw new SluiceException("--keep is at least 1");
    }
    PolicyChoice<Policy> under =
        new PolicyChoice<>(policy == null ? Policy.defaults() : Policy.load(policy), p -> p);
    Map<Stratum, Double> most = new TreeMap<>();
    for (Path input : inputs) {
      List<Path> folders = SnapshotReader.folders(input);
      if (folders.isEmpty()) {
        throw new SluiceException(input + " holds no snapshot");
      }
      folders.forEach(folder -> add(SnapshotReader.open(folder).manifest(), under, most));
    }
    print(most);
    return ExitCode.OK;
  }

  /** The busiest window decides. */
  private static void add(
      SnapshotManifest m, PolicyChoice<Policy> under, Map<Stratum, Double> most) {
    Map<Stratum, Double> counts = new TreeMap<>();
    for (EndpointBaseline e : m.baseline().endpoints()) {
      // Variable segments of a template become wildcards.
      String glob = e.endpoint().replaceAll("/\\{[^/}]*\\}", "/*");
      double share =
          Endpoint.parse(glob)
              .map(at -> under.of(m.env(), m.service(), at.method(), at.path()).sample())
              .filter(s -> s > 0)
              .orElse(1.0);
      counts.merge(new Stratum(m.service(), glob), e.count() / share, Double::sum);
    }
    counts.forEach((stratum, count) -> most.merge(stratum, count, Math::max));
  }

  private void print(Map<Stratum, Double> most) {
    terminal.print("# Keeps about " + keep + " exchanges of each endpoint in the busiest window.");
    terminal.print("for:");
    most.forEach(
        (stratum, count) -> {
          if (count > keep && Endpoint.parse(stratum.endpoint()).isPresent()) {
            terminal.print(
                "  - {services: %s, endpoints: [\"%s\"], sample: %s}"
                    .formatted(stratum.service(), stratum.endpoint(), share(count)));
          }
        });
    if (most.values().stream().allMatch(count -> count <= keep)) {
      terminal.print("  []");
    }
  }

  private String share(double count) {
    return BigDecimal.valueOf(keep / count).round(DIGITS).toPlainString();
  }
}
