package dev.sluice.cli.cluster;

import dev.sluice.model.SluiceException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Ways to disturb a cluster; each has put right what it did when {@link #strike} returns. */
enum Fault {
  /** A TaskManager dies and another takes its place. */
  TM_KILL(s -> s.restarting(() -> s.killAndStart(LocalCluster.TASK_MANAGER + 1))),
  /** A TaskManager stands still for longer than the heartbeat's time-out, then goes on. */
  TM_PAUSE(s -> s.restarting(() -> pause(s))),
  /** The only broker dies and comes back. */
  BROKER_KILL(s -> s.killAndStart(LocalCluster.KAFKA)),
  /** S3 dies as it gets the piece of an upload. */
  S3_KILL_UPLOAD(s -> killAt(s, "^PUT .*[?&]uploadId=")),
  /** S3 dies as it is told to complete an upload. */
  S3_KILL_COMMIT(s -> killAt(s, "^POST .*[?&]uploadId=")),
  /** S3 answers each request with 500. */
  S3_500(s -> spoil(s, FaultProxy.Mode.answering(500))),
  /** S3 answers each request with 503. */
  S3_503(s -> spoil(s, FaultProxy.Mode.answering(503))),
  /** S3 takes requests and says nothing. */
  S3_TIMEOUT(s -> spoil(s, FaultProxy.Mode.SILENT)),
  /** S3 takes its time for each piece. */
  S3_SLOW(s -> spoil(s, FaultProxy.Mode.slow(150))),
  /** The catalog dies and comes back. */
  CATALOG_KILL(s -> s.killAndStart(LocalCluster.CATALOG)),
  /** The catalog's database dies and comes back; needs a PostgreSQL on this machine. */
  POSTGRES_KILL(s -> s.killAndStart(LocalCluster.POSTGRES)),
  /** No process that keeps files can write them any further. */
  DISK_FULL(Fault::fillDisk),
  /** The JobManager dies; its successor finds the job by ZooKeeper. */
  JM_KILL(Fault::killJobManager),
  /**
   * All of Flink and ZooKeeper's memory is lost; the job is submitted from its newest checkpoint.
   */
  HA_LOSS(Fault::loseMemory),
  /** Records that cannot be sanitized come among the others. */
  POISON(TrafficShape.POISONED),
  /** Records come late and out of order. */
  DISORDER(TrafficShape.DISORDERED),
  /** One service has nearly all the traffic, and five times as much. */
  HOT_SERVICE(TrafficShape.HOT),
  /** The job goes on with one chain, three, one, and two again, by savepoints with open windows. */
  RESCALE(Fault::rescale),
  /** The job is cancelled and goes on from a savepoint older than its last manifests. */
  OLD_SAVEPOINT(Fault::restoreOldSavepoint);

  private static final Duration LASTS = Duration.ofSeconds(8);
  private static final Duration LASTS_LONG = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final int TRIGGER_SECONDS = 120;

  /** Bytes: less than any part, checkpoint or log has. */
  private static final String SMALL_FILE = "512";

  private final Consumer<Storm> action;
  private final TrafficShape shape;

  Fault(Consumer<Storm> action) {
    this(action, TrafficShape.STEADY);
  }

  Fault(TrafficShape shape) {
    this(Fault::flow, shape);
  }

  Fault(Consumer<Storm> action, TrafficShape shape) {
    this.action = action;
    this.shape = shape;
  }

  /** What traffic looks like while it lasts. */
  TrafficShape shape() {
    return shape;
  }

  /** As the command line and reports say it. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one that a command line names. */
  static Fault of(String text) {
    return Arrays.stream(values())
        .filter(f -> f.text().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new SluiceException("no fault is called " + text + "; there are " + names()));
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Fault::text).toList();
  }

  void strike(Storm storm) {
    action.accept(storm);
  }

  private static void pause(Storm storm) {
    storm.signal(LocalCluster.TASK_MANAGER + 1, "STOP");
    try {
      Storm.hold(PAUSE);
    } finally {
      storm.signal(LocalCluster.TASK_MANAGER + 1, "CONT");
    }
  }

  private static void spoil(Storm storm, FaultProxy.Mode mode) {
    storm.proxy().set(mode);
    try {
      Storm.hold(LASTS);
    } finally {
      storm.proxy().set(FaultProxy.Mode.CLEAR);
    }
  }

  private static void killAt(Storm storm, String requestLine) {
    CountDownLatch dead = new CountDownLatch(1);
    storm
        .proxy()
        .when(
            requestLine,
            () -> {
              storm.cluster().daemon(LocalCluster.S3).kill();
              dead.countDown();
            });
    try {
      if (!dead.await(TRIGGER_SECONDS, TimeUnit.SECONDS)) {
        throw new SluiceException("the job sent S3 no request at which to kill it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException("interrupted before S3 was killed");
    }
    storm.cluster().launch(LocalCluster.S3);
  }

  private static void fillDisk(Storm storm) {
    List<String> writers =
        storm.cluster().names().stream()
            .filter(
                n ->
                    LocalCluster.isTaskManager(n)
                        || n.equals(LocalCluster.JOB_MANAGER)
                        || n.equals(LocalCluster.S3))
            .toList();
    writers.forEach(name -> storm.limitFiles(name, SMALL_FILE));
    try {
      Storm.hold(LASTS);
    } finally {
      writers.forEach(name -> storm.limitFiles(name, "unlimited"));
    }
  }

  private static void killJobManager(Storm storm) {
    storm.killAndStart(LocalCluster.JOB_MANAGER);
    storm.awaitCluster();
  }

  private static void loseMemory(Storm storm) {
    storm.forgetEverything();
    storm.awaitCluster();
    storm.submit("-s", storm.newestCheckpoint());
  }

  private static void flow(Storm storm) {
    Storm.hold(LASTS_LONG);
  }

  private static void rescale(Storm storm) {
    for (String chains : List.of("1", "3", "1")) {
      storm.submit("-s", storm.stopWithSavepoint(), "-p", chains);
      Storm.hold(LASTS);
    }
    storm.submit("-s", storm.stopWithSavepoint());
  }

  private static void restoreOldSavepoint(Storm storm) {
    String savepoint = storm.savepoint();
    Storm.hold(LASTS_LONG);
    storm.cancel();
    storm.submit("-s", savepoint);
  }
}
