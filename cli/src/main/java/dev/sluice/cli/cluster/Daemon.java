package dev.sluice.cli.cluster;

import dev.sluice.model.SluiceException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that outlives the command that started it. Its number and start are kept in a file, so
 * that no other process that got the same number later is ever touched.
 */
final class Daemon {
  private static final int STOP_SECONDS = 20;
  private static final File NULL = new File("/dev/null");

  private final String name;
  private final Path pidFile;
  private final Path log;

  Daemon(String name, Path runDir, Path logDir) {
    this.name = name;
    this.pidFile = runDir.resolve(name + ".pid");
    this.log = logDir.resolve(name + ".log");
  }

  String name() {
    return name;
  }

  /** What the process prints. */
  Path log() {
    return log;
  }

  /** Starts the process, its output added to {@link #log}. */
  void start(List<String> command, Map<String, String> environment, File directory) {
    if (process().isPresent()) {
      throw new SluiceException(name + " runs already; stop it first");
    }
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory);
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(NULL));
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      ProcessHandle handle = builder.start().toHandle();
      Files.writeString(pidFile, handle.pid() + " " + started(handle) + "\n");
    } catch (IOException e) {
      throw new SluiceException("cannot start " + name + "; its log is " + log);
    }
  }

  /** The running process. */
  Optional<ProcessHandle> process() {
    try {
      String[] known = Files.readString(pidFile).trim().split(" ");
      return ProcessHandle.of(Long.parseLong(known[0]))
          .filter(ProcessHandle::isAlive)
          .filter(p -> started(p).equals(known[1]));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("-");
  }

  /** Asks the process to end, and ends it if it does not. */
  void stop() {
    process().ifPresent(p -> end(p, false));
    forget();
  }

  /** Ends the process at once, as a power cut would ({@code kill -9}). */
  void kill() {
    process().ifPresent(p -> end(p, true));
    forget();
  }

  private void end(ProcessHandle process, boolean atOnce) {
    List<ProcessHandle> children = process.descendants().toList();
    boolean asked = atOnce ? process.destroyForcibly() : process.destroy();
    if (atOnce) {
      children.forEach(ProcessHandle::destroyForcibly);
    }
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
      for (ProcessHandle child : children) {
        child.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
      }
    } catch (TimeoutException e) {
      if (asked) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new SluiceException("cannot tell whether " + name + " has ended");
    }
  }

  private void forget() {
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new SluiceException("cannot remove " + pidFile);
    }
  }
}
