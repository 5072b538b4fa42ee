package dev.sluice.cli.cluster;

import dev.sluice.cli.stack.WorkDir;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One run of Flink's client, to its end. */
final class Submission {
  private static final String OURS = "sluice: ";

  private final List<String> command;
  private final Map<String, String> environment;
  private final WorkDir dir;

  Submission(List<String> command, Map<String, String> environment, WorkDir dir) {
    this.command = command;
    this.environment = environment;
    this.dir = dir;
  }

  /**
   * Runs it.
   *
   * @throws SluiceException with the one line that the job said if the cluster did not take it
   */
  void run() {
    Path log = dir.log().resolveSibling("submission.log");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(dir.root().toFile());
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      if (builder.start().waitFor() != 0) {
        throw new SluiceException(reason(log));
      }
    } catch (IOException e) {
      throw new SluiceException("cannot run Flink's client; see " + log);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException("interrupted while the job was submitted");
    }
  }

  private static String reason(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> line.startsWith(OURS))
        .findFirst()
        .map(line -> line.substring(OURS.length()))
        .orElse("the cluster did not take the job; see " + log);
  }
}
