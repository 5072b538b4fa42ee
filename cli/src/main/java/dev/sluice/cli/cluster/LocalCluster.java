package dev.sluice.cli.cluster;

import dev.sluice.cli.stack.EmbeddedS3;
import dev.sluice.cli.stack.Stack;
import dev.sluice.cli.stack.Topics;
import dev.sluice.cli.stack.WorkDir;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Kafka, S3, catalog, ZooKeeper, a JobManager and TaskManagers, each a process of its own.
 *
 * <pre>
 * kafka ─ topics ─┐
 * s3 ─── catalog ─┼─► jobmanager ─ taskmanagers ─► job
 * zookeeper ──────┘
 * </pre>
 */
final class LocalCluster {
  static final String KAFKA = "kafka";
  static final String S3 = "s3";
  static final String POSTGRES = "postgres";
  static final String CATALOG = "catalog";
  static final String ZOOKEEPER = "zookeeper";
  static final String JOB_MANAGER = "jobmanager";
  static final String TASK_MANAGER = "taskmanager-";

  private static final Set<String> ALIVE =
      Set.of("INITIALIZING", "CREATED", "RUNNING", "RESTARTING", "FAILING");

  private final WorkDir dir;
  private final Ports ports;
  private final PartCommands commands;
  private final int taskManagers;
  private final Path run;
  private final Consumer<String> progress;
  private Optional<PostgresPart> postgres = Optional.empty();

  /**
   * @param taskManagers how many, each with two slots
   * @param progress told of each step
   */
  LocalCluster(
      WorkDir dir,
      Ports ports,
      ClassPaths classPaths,
      int taskManagers,
      Consumer<String> progress) {
    this.dir = dir;
    this.ports = ports;
    this.commands = new PartCommands(dir, ports, classPaths);
    this.taskManagers = taskManagers;
    this.progress = progress;
    this.run = dir.root().resolve("run");
    try {
      Files.createDirectories(run);
    } catch (IOException e) {
      throw new SluiceException("cannot make the folder " + run);
    }
  }

  /**
   * Keeps the catalog's index in that server instead of a file.
   *
   * @return this
   */
  LocalCluster with(PostgresPart server) {
    postgres = Optional.of(server);
    return this;
  }

  boolean hasPostgres() {
    return postgres.isPresent();
  }

  /** All parts, in the order in which they start. */
  List<String> names() {
    List<String> names = new ArrayList<>(List.of(KAFKA, S3));
    postgres.ifPresent(p -> names.add(POSTGRES));
    names.addAll(List.of(CATALOG, ZOOKEEPER, JOB_MANAGER));
    IntStream.rangeClosed(1, taskManagers).forEach(i -> names.add(TASK_MANAGER + i));
    return names;
  }

  static boolean isTaskManager(String name) {
    return name.startsWith(TASK_MANAGER);
  }

  Daemon daemon(String name) {
    return new Daemon(name, run, dir.logs());
  }

  /** Starts what does not run, and waits until each part answers. */
  void start() {
    dir.createKey();
    dir.writePublicKey();
    FlinkConf.write(dir, ports, taskManagers);
    postgres.ifPresent(PostgresPart::initialize);
    names().stream().filter(n -> daemon(n).process().isEmpty()).forEach(this::launch);
    Ready ready = new Ready(this);
    ready.await(KAFKA, () -> Ready.listens(ports.kafka()));
    Topics.open(ports.brokers()).close();
    progress.accept("kafka listens on " + ports.brokers());
    ready.await(S3, () -> Ready.listens(ports.s3()));
    progress.accept("s3 listens on " + ports.s3Endpoint());
    ready.await(CATALOG, () -> Ready.answers(ports.catalogUrl() + "/health/live"));
    progress.accept("the catalog listens on " + ports.catalogUrl());
    ready.await(ZOOKEEPER, () -> Ready.listens(ports.zooKeeper()));
    ready.await(JOB_MANAGER, () -> Ready.listens(ports.rest()));
    for (int i = 1; i <= taskManagers; i++) {
      ready.await(TASK_MANAGER + i, () -> new FlinkRest(ports).taskManagers() >= taskManagers);
    }
    progress.accept(
        "flink listens on " + ports.restUrl() + " with " + taskManagers + " task managers");
  }

  /** Starts one part without waiting for it. */
  void launch(String name) {
    if (name.equals(CATALOG)) {
      Ready ready = new Ready(this);
      ready.await(S3, () -> Ready.listens(ports.s3()));
      postgres.ifPresent(p -> ready.await(POSTGRES, () -> Ready.listens(ports.postgres())));
    }
    daemon(name).start(commands.of(name, postgres), environment(name), dir.root().toFile());
  }

  private Map<String, String> environment(String name) {
    Map<String, String> all = new HashMap<>(environment());
    if (name.equals(CATALOG)) {
      postgres.ifPresent(p -> all.put("PGPASSWORD", p.password()));
    }
    return all;
  }

  /** Credentials go to the processes, not into command lines: those anybody may list. */
  private Map<String, String> environment() {
    return Map.of(
        "AWS_ACCESS_KEY_ID", EmbeddedS3.ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY", EmbeddedS3.SECRET_KEY,
        "FLINK_CONF_DIR", FlinkConf.folder(dir).toString());
  }

  /**
   * Hands the job to the cluster as {@code flink run -d} does.
   *
   * @param more further options of the job
   */
  void submit(Path jobJar, List<String> more) {
    submit(jobJar, ports.s3Endpoint(), List.of(), more);
  }

  /**
   * The same with S3 elsewhere.
   *
   * @param flinkOptions of {@code flink run}, as {@code -s} and what to restore
   */
  void submit(Path jobJar, String s3Endpoint, List<String> flinkOptions, List<String> more) {
    List<String> command = new ArrayList<>(commands.client());
    command.addAll(List.of("run", "-d"));
    command.addAll(flinkOptions);
    command.add(jobJar.toAbsolutePath().toString());
    command.addAll(jobOptions(s3Endpoint));
    command.addAll(more);
    new Submission(command, environment(), dir).run();
    progress.accept("the job was taken by the cluster");
  }

  private List<String> jobOptions(String s3Endpoint) {
    return List.of(
        "--brokers", ports.brokers(),
        "--s3-endpoint", s3Endpoint,
        "--bucket", Stack.BUCKET,
        "--catalog", ports.catalogUrl(),
        "--key-file", dir.key().toString(),
        "--policy-topic", Topics.POLICIES,
        "--trust", dir.publicKey().toString());
  }

  /** Ids of jobs that have not ended. */
  List<String> runningJobs() {
    return new FlinkRest(ports)
        .jobs().entrySet().stream()
            .filter(job -> ALIVE.contains(job.getValue()))
            .map(Map.Entry::getKey)
            .toList();
  }

  /** Stops everything, the newest part first. */
  void stop() {
    List<String> names = new ArrayList<>(names());
    Collections.reverse(names);
    for (String name : names) {
      daemon(name).stop();
    }
  }

  WorkDir dir() {
    return dir;
  }

  Ports ports() {
    return ports;
  }
}
