package dev.sluice.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Watches a job in this process from outside: where its threads are, a hundred times a second. The
 * job itself carries no clock for it. Results may be read after {@link #close}.
 */
final class JobSampler implements AutoCloseable {
  private static final int MILLIS = 10;
  private static final int ROUNDS_PER_LOOK = 25;
  private static final int DEPTH = 200;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Path checkpoints;
  private final Thread thread = new Thread(this::run, "sluice-bench-sampler");
  private final Map<Stage, Long> stages = new EnumMap<>(Stage.class);
  private volatile boolean closed;
  private long[] ids = {};
  private long begun;
  private long ended;
  private long chainSamples;
  private long preparing;
  private long committerSamples;
  private long committing;
  private long checkpointBytes;

  private JobSampler(Path checkpoints) {
    this.checkpoints = checkpoints;
    thread.setDaemon(true);
  }

  static JobSampler start(Path checkpoints) {
    JobSampler sampler = new JobSampler(checkpoints);
    sampler.thread.start();
    return sampler;
  }

  private void run() {
    try {
      for (int round = 0; !closed; round++) {
        if (round % ROUNDS_PER_LOOK == 0) {
          look();
        }
        for (ThreadInfo info : THREADS.getThreadInfo(ids, DEPTH)) {
          if (info != null) {
            count(info.getThreadName(), info.getThreadState(), info.getStackTrace());
          }
        }
        Thread.sleep(MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    ids =
        Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds(), 0))
            .filter(
                i -> i != null && (isChain(i.getThreadName()) || isCommitter(i.getThreadName())))
            .mapToLong(ThreadInfo::getThreadId)
            .toArray();
    checkpointBytes = Math.max(checkpointBytes, newestCheckpoint());
  }

  private static boolean isChain(String thread) {
    return thread.startsWith("Source: sluice-source");
  }

  private static boolean isCommitter(String thread) {
    return thread.startsWith("sluice-") && thread.contains("Committer");
  }

  private void count(String name, Thread.State state, StackTraceElement[] stack) {
    long now = System.nanoTime();
    ended = now;
    if (isCommitter(name)) {
      committerSamples++;
      committing += isIn(stack, "SnapshotCommitter") ? 1 : 0;
      return;
    }
    if (begun == 0) {
      begun = isIn(stack, "processElement") ? now : 0;
    }
    if (begun != 0) {
      chainSamples++;
      preparing += isIn(stack, "prepareCommit") ? 1 : 0;
      stages.merge(Stage.of(state, stack), 1L, Long::sum);
    }
  }

  private static boolean isIn(StackTraceElement[] stack, String name) {
    return Arrays.stream(stack)
        .anyMatch(
            f ->
                f.getClassName().startsWith("dev.sluice.")
                    && (f.getMethodName().equals(name) || f.getClassName().endsWith(name)));
  }

  private long newestCheckpoint() {
    long most = 0;
    try (Stream<Path> all = Files.walk(checkpoints, 2)) {
      for (Path dir : all.filter(d -> d.getFileName().toString().startsWith("chk-")).toList()) {
        most = Math.max(most, bytes(dir));
      }
    } catch (IOException | UncheckedIOException e) {
      return most; // it was just removed
    }
    return most;
  }

  private static long bytes(Path dir) throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.mapToLong(f -> f.toFile().length()).sum();
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From the first record in a chain to the end of the job's last thread. */
  double seconds() {
    return (ended - begun) / 1e9;
  }

  /** Share of the chains' time per stage, by its label. */
  SortedMap<String, Double> shares() {
    SortedMap<String, Double> shares = new TreeMap<>();
    stages.forEach((stage, n) -> shares.put(stage.label(), share(n, chainSamples)));
    return shares;
  }

  double prepareCommitShare() {
    return share(preparing, chainSamples);
  }

  double commitShare() {
    return share(committing, committerSamples);
  }

  long checkpointBytes() {
    return checkpointBytes;
  }

  private static double share(long part, long all) {
    return all == 0 ? 0 : (double) part / all;
  }
}
