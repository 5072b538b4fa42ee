package dev.sluice.cli.cluster;

import dev.sluice.cli.Main;
import dev.sluice.cli.stack.Stack;
import dev.sluice.cli.stack.WorkDir;
import dev.sluice.model.SluiceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the parts of a cluster are started: a Java program each, with bounded memory. */
final class PartCommands {
  /** A heap dump, or somebody who attaches, would show raw captures. */
  private static final List<String> SAFE =
      List.of(
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-HeapDumpOnOutOfMemoryError",
          "-XX:+DisableAttachMechanism");

  private final WorkDir dir;
  private final Ports ports;
  private final ClassPaths classPaths;

  PartCommands(WorkDir dir, Ports ports, ClassPaths classPaths) {
    this.dir = dir;
    this.ports = ports;
    this.classPaths = classPaths;
  }

  /** Flink's client, without its arguments. */
  List<String> client() {
    return flink(512, "org.apache.flink.client.cli.CliFrontend");
  }

  /**
   * The command of one part.
   *
   * @param postgres what keeps the catalog's index, unless a file does
   */
  List<String> of(String name, Optional<PostgresPart> postgres) {
    if (name.startsWith(LocalCluster.TASK_MANAGER)) {
      return flink(
          1024,
          "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
          "--configDir",
          FlinkConf.folder(dir).toString());
    }
    return switch (name) {
      case LocalCluster.KAFKA ->
          java(512, KafkaProcess.class.getName(), dir.kafka().toString(), "" + ports.kafka());
      case LocalCluster.S3 ->
          java(256, S3Process.class.getName(), dir.s3().toString(), "" + ports.s3());
      case LocalCluster.POSTGRES ->
          postgres.orElseThrow(() -> new SluiceException("this cluster has no postgres")).command();
      case LocalCluster.CATALOG ->
          java(
              256,
              Main.class.getName(),
              "catalog",
              "serve",
              "--database",
              postgres.map(PostgresPart::address).orElseGet(() -> dir.catalog().toString()),
              "--s3-endpoint",
              ports.s3Endpoint(),
              "--bucket",
              Stack.BUCKET,
              "--port",
              "" + ports.catalog(),
              "--log-file",
              "/dev/stdout");
      case LocalCluster.ZOOKEEPER ->
          flink(
              128,
              "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer",
              "--zkConfigFile",
              FlinkConf.zooKeeper(dir).toString(),
              "--peerId",
              "1");
      case LocalCluster.JOB_MANAGER ->
          flink(
              768,
              "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
              "--configDir",
              FlinkConf.folder(dir).toString());
      default -> throw new SluiceException("no part is called " + name);
    };
  }

  private List<String> java(int megabytes, String main, String... args) {
    return command(megabytes, classPaths.everything(), main, args);
  }

  private List<String> flink(int megabytes, String main, String... args) {
    return command(megabytes, classPaths.flink(), main, args);
  }

  private List<String> command(int megabytes, String classPath, String main, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + megabytes + "m");
    command.add("-XX:+UseSerialGC");
    command.addAll(SAFE);
    if (!main.endsWith("TaskManagerRunner")) {
      // What does not sanitize starts in half the time without the optimizing compiler.
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.add("-Djava.io.tmpdir=" + dir.temp());
    command.add("-Dorg.slf4j.simpleLogger.showDateTime=true");
    // Flink reads private fields of collections; see its own scripts.
    command.add("--add-opens=java.base/java.util=ALL-UNNAMED");
    command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(List.of(args));
    return command;
  }
}
