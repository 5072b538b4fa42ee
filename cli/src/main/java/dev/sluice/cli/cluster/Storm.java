package dev.sluice.cli.cluster;

import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What faults are done to: a cluster, the proxy before its S3, and the one job that runs on it. */
final class Storm {
  private final LocalCluster cluster;
  private final FaultProxy proxy;
  private final Path jobJar;
  private final List<String> jobOptions;
  private String job = "";

  Storm(LocalCluster cluster, FaultProxy proxy, Path jobJar, List<String> jobOptions) {
    this.cluster = cluster;
    this.proxy = proxy;
    this.jobJar = jobJar;
    this.jobOptions = List.copyOf(jobOptions);
  }

  LocalCluster cluster() {
    return cluster;
  }

  FaultProxy proxy() {
    return proxy;
  }

  FlinkRest rest() {
    return new FlinkRest(cluster.ports());
  }

  /** The id of the job that is disturbed. */
  String job() {
    return job;
  }

  /** Kills a process as a power cut would, and starts it again. */
  void killAndStart(String name) {
    cluster.daemon(name).kill();
    cluster.launch(name);
  }

  /** Does something that makes the job start again, and waits until it has. */
  void restarting(Runnable action) {
    long before = rest().restored(job);
    action.run();
    new Ready(cluster).await(LocalCluster.JOB_MANAGER, () -> rest().restored(job) > before);
  }

  /** Loses all that Flink and ZooKeeper remember, and starts both anew. */
  void forgetEverything() {
    List<String> parts = new ArrayList<>();
    for (String name : cluster.names()) {
      if (LocalCluster.isTaskManager(name)
          || name.equals(LocalCluster.JOB_MANAGER)
          || name.equals(LocalCluster.ZOOKEEPER)) {
        cluster.daemon(name).kill();
        parts.add(name);
      }
    }
    cluster.dir().delete(FlinkConf.memory(cluster.dir()));
    cluster.dir().delete(FlinkConf.zooKeeperData(cluster.dir()));
    parts.forEach(cluster::launch);
  }

  /** Waits until the JobManager has its task managers. */
  void awaitCluster() {
    int all = (int) cluster.names().stream().filter(LocalCluster::isTaskManager).count();
    new Ready(cluster).await(LocalCluster.JOB_MANAGER, () -> rest().taskManagers() >= all);
  }

  /** Waits for a checkpoint: a job of which a part still starts refuses to stop. */
  void awaitCheckpoint() {
    long before = rest().completedCheckpoints(job);
    new Ready(cluster)
        .await(LocalCluster.JOB_MANAGER, () -> rest().completedCheckpoints(job) > before);
  }

  /**
   * Submits the job, with S3 behind the proxy.
   *
   * @param flinkOptions what to restore, if anything
   */
  void submit(String... flinkOptions) {
    job = submit(proxy.endpoint(), List.of(flinkOptions), List.of());
  }

  /** Submits a job that is not disturbed and ends at the offsets of now. */
  String submitReference(String run) {
    return submit(
        cluster.ports().s3Endpoint(), List.of(), List.of("--until", "latest", "--run", run));
  }

  private String submit(String endpoint, List<String> flinkOptions, List<String> more) {
    Set<String> before = rest().jobs().keySet();
    List<String> options = new ArrayList<>(jobOptions);
    options.addAll(more);
    cluster.submit(jobJar, endpoint, flinkOptions, options);
    return rest().jobs().keySet().stream()
        .filter(id -> !before.contains(id))
        .findFirst()
        .orElseThrow(() -> new SluiceException("the cluster does not know the job it took"));
  }

  /** Takes a savepoint; the job goes on. */
  String savepoint() {
    awaitCheckpoint();
    return awaited(rest().savepoint(job, savepoints()));
  }

  /** Ends the job with a savepoint; open windows stay open in it. */
  String stopWithSavepoint() {
    awaitCheckpoint();
    String at = awaited(rest().stop(job, savepoints(), false));
    awaitState("FINISHED");
    return at;
  }

  /**
   * Asks the job to seal what it has and to end.
   *
   * @return whether the cluster took the request
   */
  boolean drain() {
    return !rest().stop(job, savepoints(), true).isEmpty();
  }

  /** Ends the job as it stands. */
  void cancel() {
    rest().cancel(job);
    awaitState("CANCELED");
  }

  private String savepoints() {
    return cluster.dir().checkpoints().resolve("savepoints").toUri().toString();
  }

  private String awaited(String request) {
    new Ready(cluster)
        .await(LocalCluster.JOB_MANAGER, () -> rest().savepointAt(job, request).isPresent());
    return rest().savepointAt(job, request).orElseThrow();
  }

  private void awaitState(String state) {
    new Ready(cluster).await(LocalCluster.JOB_MANAGER, () -> state.equals(rest().jobs().get(job)));
  }

  /** What a supervisor restores when the JobManager forgot everything. */
  String newestCheckpoint() {
    try (Stream<Path> files = Files.walk(cluster.dir().checkpoints())) {
      return files
          .filter(f -> f.endsWith("_metadata"))
          .max(Comparator.comparingLong(f -> f.toFile().lastModified()))
          .map(f -> f.resolveSibling("").toAbsolutePath().toUri().toString())
          .orElseThrow(() -> new SluiceException("there is no checkpoint to restore yet"));
    } catch (IOException e) {
      throw new SluiceException("cannot look for checkpoints");
    }
  }

  /** Sends a process a signal that Java has no call for. */
  void signal(String name, String signal) {
    tool("kill", "-" + signal, "" + pid(name));
  }

  /** Lets a process write no file any further than that; {@code unlimited} puts it right. */
  void limitFiles(String name, String bytes) {
    tool("prlimit", "--pid", "" + pid(name), "--fsize=" + bytes + ":");
  }

  private long pid(String name) {
    return cluster
        .daemon(name)
        .process()
        .orElseThrow(() -> new SluiceException(name + " does not run"))
        .pid();
  }

  private static void tool(String... command) {
    try {
      if (new ProcessBuilder(command).start().waitFor() != 0) {
        throw new SluiceException("this did not work: " + String.join(" ", command));
      }
    } catch (IOException e) {
      throw new SluiceException("there is no program called " + command[0]);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** Lets a state last. */
  static void hold(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static SluiceException interrupted() {
    Thread.currentThread().interrupt();
    return new SluiceException("interrupted in the middle of a fault");
  }
}
