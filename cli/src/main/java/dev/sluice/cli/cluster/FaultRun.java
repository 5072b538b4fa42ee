package dev.sluice.cli.cluster;

import dev.sluice.flink.ledger.LedgerSummary;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Lets faults strike a job one after the other while traffic flows, then compares what it made with
 * an undisturbed run over the same records.
 *
 * <p>The disturbed job has no end while faults last, so none can come too late; it is drained
 * afterwards, which seals all windows.
 */
final class FaultRun {
  private static final String CALM = "calm";
  private static final String BEFORE = "before";
  private static final String AFTER = "after";
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** All records are read once more in it. */
  private static final Duration ALL_AGAIN = Duration.ofMinutes(20);

  private static final Duration LOOK = Duration.ofMillis(500);

  /** Short windows: some close while a fault lasts. */
  private static final String POLICY =
      """
      profile: strict
      windows:
        default: 5s
        sealDelay: 1s
      """;

  private final LocalCluster cluster;
  private final Path jobJar;
  private final Duration quietTime;
  private final Consumer<String> progress;
  private final Map<String, Double> recovery = new LinkedHashMap<>();

  /**
   * @param quietTime how long traffic flows undisturbed, before and after the faults
   * @param progress told of each step
   */
  FaultRun(LocalCluster cluster, Path jobJar, Duration quietTime, Consumer<String> progress) {
    this.cluster = cluster;
    this.jobJar = jobJar;
    this.quietTime = quietTime;
    this.progress = progress;
  }

  /** Runs on a cluster that has been started and has seen no traffic. */
  FaultReport run(List<Fault> faults) {
    Path policy = policy();
    try (FaultProxy proxy = FaultProxy.start(cluster.ports().s3());
        FaultAccounts accounts = FaultAccounts.open(cluster.ports());
        FaultTraffic traffic = FaultTraffic.start(cluster.ports().brokers(), BEFORE)) {
      Storm storm =
          new Storm(
              cluster,
              proxy,
              jobJar,
              List.of("--policy", policy.toString(), "--checkpoint-interval", "1s"));
      storm.submit();
      FaultReport.Throughput throughput = strike(faults, storm, accounts, traffic);
      CanarySearch search = new CanarySearch(traffic.canaries());
      search.interfaces(cluster, storm.job());
      Map<String, Long> published = traffic.end();
      if (catchUp(accounts, traffic.acknowledged()) < 0) {
        progress.accept("the job did not come to the end of the traffic");
      }
      end(storm);
      progress.accept("looking for " + traffic.canaries().values().size() + " canaries ...");
      search.everythingWritten(cluster, accounts.store());
      return report(accounts, published, search, throughput);
    }
  }

  private Path policy() {
    try {
      return Files.writeString(cluster.dir().policy(), POLICY);
    } catch (IOException e) {
      throw new SluiceException("cannot write the policy to " + cluster.dir().policy());
    }
  }

  private FaultReport.Throughput strike(
      List<Fault> faults, Storm storm, FaultAccounts accounts, FaultTraffic traffic) {
    if (catchUp(accounts, 1) < 0) {
      throw new SluiceException("the job commits nothing; see " + cluster.dir().logs());
    }
    double before = quiet(accounts);
    long begun = System.nanoTime();
    long had = accounts.accounted();
    for (Fault fault : faults) {
      progress.accept(fault.text() + " ...");
      traffic.switchTo(fault.text());
      recovery.put(fault.text(), recover(fault, storm, accounts, traffic));
    }
    double during = (accounts.accounted() - had) / seconds(begun);
    traffic.switchTo(AFTER);
    return new FaultReport.Throughput(before, during, quiet(accounts));
  }

  private double quiet(FaultAccounts accounts) {
    long begun = System.nanoTime();
    long had = accounts.accounted();
    Storm.hold(quietTime);
    return (accounts.accounted() - had) / seconds(begun);
  }

  private double recover(Fault fault, Storm storm, FaultAccounts accounts, FaultTraffic traffic) {
    long begun = System.nanoTime();
    traffic.shape(fault.shape());
    try {
      fault.strike(storm);
    } finally {
      traffic.shape(TrafficShape.STEADY);
    }
    boolean back = catchUp(accounts, traffic.acknowledged()) >= 0;
    double took = Math.round(seconds(begun) * 10) / 10.0;
    progress.accept(
        fault.text() + (back ? " recovered after " : " not recovered after ") + took + " s");
    return back ? took : -1;
  }

  /** Waits until the ledger has so many records; -1 if it takes too long. */
  private static long catchUp(FaultAccounts accounts, long records) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (long has = accounts.accounted(); ; has = accounts.accounted()) {
      if (has >= records) {
        return has;
      }
      if (System.nanoTime() > deadline) {
        return -1;
      }
      Storm.hold(LOOK);
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private void end(Storm storm) {
    if (!storm.drain()) {
      throw new SluiceException("the cluster does not drain the job; see " + cluster.dir().logs());
    }
    awaitFinished(storm, storm.job());
    progress.accept("the same records once more, undisturbed ...");
    awaitFinished(storm, storm.submitReference(CALM));
  }

  private void awaitFinished(Storm storm, String job) {
    new Ready(cluster)
        .await(
            LocalCluster.JOB_MANAGER,
            ALL_AGAIN,
            () -> "FINISHED".equals(storm.rest().jobs().get(job)));
  }

  private FaultReport report(
      FaultAccounts accounts,
      Map<String, Long> published,
      CanarySearch search,
      FaultReport.Throughput throughput) {
    Map<String, FaultAccounts.Sealed> stormy = accounts.sealed(Optional.empty());
    Map<String, FaultAccounts.Sealed> calm = accounts.sealed(Optional.of(CALM));
    LedgerSummary ledger = accounts.ledger(FaultAccounts.LIVE);
    List<FaultReport.Result> results = new ArrayList<>();
    for (String service : services()) {
      results.add(
          new FaultVerdict(
                  service,
                  published.getOrDefault(service, 0L),
                  recovery.getOrDefault(service, 0.0),
                  FaultAccounts.of(ledger, service),
                  stormy.getOrDefault(service, FaultAccounts.Sealed.NOTHING),
                  calm.getOrDefault(service, FaultAccounts.Sealed.NOTHING))
              .result(search.hits(service)));
    }
    int unregistered =
        Registrations.missing(cluster.ports().catalogUrl(), accounts.revisions().values());
    return new FaultReport(
        results, throughput, ledger.holes(), unregistered, new TreeMap<>(search.places()));
  }

  private List<String> services() {
    List<String> all = new ArrayList<>(List.of(BEFORE));
    all.addAll(recovery.keySet());
    all.add(AFTER);
    return all;
  }
}
