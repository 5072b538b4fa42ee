package dev.sluice.flink.sink;

import dev.sluice.snapshot.part.PartEncoder;
import dev.sluice.snapshot.part.PartFile;
import dev.sluice.snapshot.part.PartMeta;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.StagedUpload;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Makes parts of held rows and uploads them, staged, in the background. One owner thread calls it.
 */
final class PartStager implements AutoCloseable {
  private static final int THREADS = 2;

  private final ObjectStore store;
  private final String topic;
  private final PartNames names;
  private final Optional<String> run;
  private final ExecutorService executor;
  private final ArrayDeque<Job> jobs = new ArrayDeque<>();
  private long bytesInFlight;

  private record Job(CompletableFuture<StagedPart> part, long bytes) {}

  PartStager(ObjectStore store, String topic, PartNames names, Optional<String> run) {
    this.store = store;
    this.topic = topic;
    this.names = names;
    this.run = run;
    this.executor =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "sluice-part");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Starts on a part of these rows, which belong to the stager from now on. */
  void stage(HeldWindow rows) {
    String key = rows.key().snapshot(run, 1).prefix() + names.next();
    bytesInFlight += rows.bytes();
    jobs.add(
        new Job(CompletableFuture.supplyAsync(() -> stage(rows, key), executor), rows.bytes()));
  }

  private StagedPart stage(HeldWindow rows, String key) {
    PartMeta meta =
        new PartMeta(
            rows.lineage(topic),
            List.copyOf(rows.authorities()),
            List.copyOf(rows.terms()),
            Optional.empty());
    PartFile file = PartEncoder.encode(rows.encodedRows(), meta);
    StagedUpload upload = store.stage(key, file.bytes(), file.sha256());
    return new StagedPart(rows.key(), upload, file.rows(), file.minTs(), file.maxTs());
  }

  /** Bytes of rows whose part is not known to be staged. */
  long bytesInFlight() {
    jobs.removeIf(this::isSettled);
    return bytesInFlight;
  }

  private final List<StagedPart> settled = new ArrayList<>();

  private boolean isSettled(Job job) {
    if (!job.part().isDone() || job.part().isCompletedExceptionally()) {
      return false;
    }
    settle(job, job.part().join());
    return true;
  }

  private void settle(Job job, StagedPart part) {
    bytesInFlight -= job.bytes();
    settled.add(part);
  }

  /** Waits until the oldest part is staged. */
  void awaitOne() throws IOException, InterruptedException {
    Job job = jobs.poll();
    if (job != null) {
      settle(job, result(job));
    }
  }

  /** Waits for all parts, gives them and forgets them. */
  List<StagedPart> drain() throws IOException, InterruptedException {
    while (!jobs.isEmpty()) {
      awaitOne();
    }
    List<StagedPart> parts = List.copyOf(settled);
    settled.clear();
    return parts;
  }

  private static StagedPart result(Job job) throws IOException, InterruptedException {
    try {
      return job.part().get();
    } catch (ExecutionException e) {
      throw new IOException("a part could not be staged", e.getCause());
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
    store.close();
  }
}
