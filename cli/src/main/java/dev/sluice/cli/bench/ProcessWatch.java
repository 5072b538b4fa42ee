package dev.sluice.cli.bench;

import dev.sluice.model.SluiceException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a process took, watched from outside until it ended.
 *
 * @param output what it printed
 * @param peakBytes most memory that was resident at once ({@code VmHWM} of Linux); 0 where the
 *     system does not tell
 */
record ProcessWatch(String output, long peakBytes, double seconds) {
  private static final int LOOK_MILLIS = 100;
  private static final int MOST_MINUTES = 10;

  /** Runs a command to its end; its output and errors go through files in the folder. */
  static ProcessWatch run(List<String> command, Map<String, String> environment, Path folder) {
    File out = folder.resolve("out").toFile();
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out);
    builder.redirectError(folder.resolve("err").toFile()).environment().putAll(environment);
    long begun = System.nanoTime();
    try {
      Process process = builder.start();
      try {
        long peak = watch(process, begun);
        if (process.exitValue() != 0) {
          throw new SluiceException("the job ended with code " + process.exitValue());
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new ProcessWatch(Files.readString(out.toPath()), peak, seconds);
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new SluiceException("cannot start a process for the job");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException("interrupted while measuring");
    }
  }

  private static long watch(Process process, long begun) throws InterruptedException {
    long peak = 0;
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakOf(process.pid()));
      if (System.nanoTime() - begun > TimeUnit.MINUTES.toNanos(MOST_MINUTES)) {
        throw new SluiceException("the job did not end within " + MOST_MINUTES + " min");
      }
    }
    return peak;
  }

  private static long peakOf(long pid) {
    try {
      Path status = Path.of("/proc", Long.toString(pid), "status");
      return Files.readAllLines(status, StandardCharsets.UTF_8).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0; // it has just ended, or this is no Linux
    }
  }
}
