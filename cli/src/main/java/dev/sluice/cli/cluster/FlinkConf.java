package dev.sluice.cli.cluster;

import dev.sluice.cli.stack.WorkDir;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the configuration of Flink's processes. */
final class FlinkConf {
  private FlinkConf() {}

  /**
   * Writes {@code config.yaml}.
   *
   * @return the folder it stands in
   */
  static Path write(WorkDir dir, Ports ports, int taskManagers) {
    Path folder = dir.root().resolve("conf");
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("config.yaml"), yaml(dir, ports, taskManagers));
    } catch (IOException e) {
      throw new SluiceException("cannot write Flink's configuration to " + folder);
    }
    return folder;
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
        taskmanager.numberOfTaskSlots: 1
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
        """
        .formatted(
            Ports.HOST,
            ports.rpc(),
            ports.rest(),
            taskManagers,
            dir.temp(),
            dir.checkpoints().toUri());
  }
}
