package dev.sluice.cli.cluster;

import dev.sluice.cli.stack.WorkDir;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the configuration of Flink's processes, ZooKeeper's among them. */
final class FlinkConf {
  private static final String ZOO_CFG = "zoo.cfg";

  private FlinkConf() {}

  /** The folder that Flink's programs are told. */
  static Path folder(WorkDir dir) {
    return dir.root().resolve("conf");
  }

  static Path zooKeeper(WorkDir dir) {
    return folder(dir).resolve(ZOO_CFG);
  }

  /** Where the JobManager keeps what ZooKeeper points to. */
  static Path memory(WorkDir dir) {
    return dir.root().resolve("ha");
  }

  /** What ZooKeeper keeps. */
  static Path zooKeeperData(WorkDir dir) {
    return dir.root().resolve("zookeeper");
  }

  /** Writes {@code config.yaml} and {@code zoo.cfg}. */
  static void write(WorkDir dir, Ports ports, int taskManagers) {
    Path folder = folder(dir);
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("config.yaml"), yaml(dir, ports, taskManagers));
      Files.writeString(zooKeeper(dir), zooKeeper(dir, ports));
    } catch (IOException e) {
      throw new SluiceException("cannot write Flink's configuration to " + folder);
    }
  }

  private static String zooKeeper(WorkDir dir, Ports ports) {
    return """
        dataDir=%s
        clientPort=%d
        clientPortAddress=%s
        tickTime=2000
        admin.enableServer=false
        server.1=%3$s
        """
        .formatted(zooKeeperData(dir), ports.zooKeeper(), Ports.HOST);
  }

  /** The sizes of memory are all given: nothing is left to be computed by Flink's own scripts. */
  private static String yaml(WorkDir dir, Ports ports, int taskManagers) {
    return """
        jobmanager.rpc.address: %1$s
        jobmanager.rpc.port: %2$d
        jobmanager.bind-host: %1$s
        jobmanager.memory.process.size: 1024m
        rest.address: %1$s
        rest.bind-address: %1$s
        rest.port: %3$d
        taskmanager.host: %1$s
        taskmanager.bind-host: %1$s
        taskmanager.numberOfTaskSlots: 2
        taskmanager.load-balance.mode: SLOTS
        taskmanager.cpu.cores: 1.0
        taskmanager.memory.framework.heap.size: 128m
        taskmanager.memory.framework.off-heap.size: 128m
        taskmanager.memory.task.heap.size: 512m
        taskmanager.memory.task.off-heap.size: 0m
        taskmanager.memory.network.min: 64m
        taskmanager.memory.network.max: 64m
        taskmanager.memory.managed.size: 16m
        taskmanager.memory.jvm-metaspace.size: 256m
        taskmanager.memory.jvm-overhead.min: 192m
        taskmanager.memory.jvm-overhead.max: 192m
        parallelism.default: %4$d
        heartbeat.interval: 2000
        heartbeat.timeout: 10000
        io.tmp.dirs: %5$s
        execution.checkpointing.dir: %6$s
        high-availability.type: zookeeper
        high-availability.zookeeper.quorum: %7$s
        high-availability.zookeeper.client.session-timeout: 8000
        high-availability.storageDir: %8$s
        metrics.reporters: prom
        metrics.reporter.prom.factory.class: org.apache.flink.metrics.prometheus.PrometheusReporterFactory
        metrics.reporter.prom.port: %9$d-%10$d
        """
        .formatted(
            Ports.HOST,
            ports.rpc(),
            ports.rest(),
            taskManagers,
            dir.temp(),
            dir.checkpoints().toUri(),
            ports.zooKeeperQuorum(),
            memory(dir).toUri(),
            ports.metrics(),
            ports.metrics() + Ports.METRICS - 1);
  }
}
