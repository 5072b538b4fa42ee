package dev.sluice.flink.sink;

import dev.sluice.flink.ledger.LeftOutCounts;
import dev.sluice.model.Provenance;
import dev.sluice.model.SnapshotId;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.manifest.ManifestBuilder;
import dev.sluice.snapshot.manifest.ManifestStore;
import dev.sluice.snapshot.manifest.Outbox;
import dev.sluice.snapshot.manifest.Published;
import dev.sluice.snapshot.manifest.SealInput;
import dev.sluice.snapshot.store.ObjectStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * The steps of a commit, each of them idempotent: parts become visible, then manifests and their
 * announcements, then the ledger entry.
 */
final class CommitSteps implements AutoCloseable {
  /** Requests in flight at most. */
  private static final int IN_FLIGHT = 32;

  private final ObjectStore store;
  private final Optional<String> run;
  private final ManifestStore manifests;
  private final CatalogHint hint;
  private final ExecutorService executor =
      Executors.newFixedThreadPool(
          IN_FLIGHT,
          task -> {
            Thread thread = new Thread(task, "sluice-commit");
            thread.setDaemon(true);
            return thread;
          });

  CommitSteps(ObjectStore store, Optional<String> run, CatalogHint hint) {
    this.hint = hint;
    this.store = store;
    this.run = run;
    this.manifests = new ManifestStore(store);
  }

  /** Makes everything of a checkpoint visible; may be called again after any failure. */
  void commit(CheckpointCommit commit) {
    inParallel(commit.uploads(), store::complete);
    inParallel(commit.seals(), seal -> publish(seal, commit));
    if (!commit.ledgerKey().isEmpty()) {
      store.put(commit.ledgerKey(), commit.ledger(), ObjectStore.JSON);
    }
  }

  /** Waits for all, so that nothing goes on behind a failed attempt. */
  private <T> void inParallel(List<T> items, Consumer<T> step) {
    CompletableFuture<?>[] running =
        items.stream()
            .map(item -> CompletableFuture.runAsync(() -> step.accept(item), executor))
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(running).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void publish(Seal seal, CheckpointCommit commit) {
    Released released = Released.of(store, commit.ledgerKey());
    int revision = seal.revision();
    Published published = publish(seal, released, commit.provenance(), revision);
    // A retry of held records was faster, whose rows must stay; or this run was restored from an
    // old savepoint, and what stands there is of another history of it.
    while (published.outcome() == Published.Outcome.CONFLICT) {
      released.keep(published.stored());
      published = publish(seal, released, commit.provenance(), ++revision);
    }
    Outbox.announce(store, published.manifestKey(), published.manifestDigest());
    hint.sealed(published.manifestKey(), published.manifestDigest());
  }

  private Published publish(Seal seal, Released released, Provenance provenance, int revision) {
    SnapshotId id = seal.window().snapshot(run, revision);
    LeftOutCounts leftOut =
        released.without(
            new LeftOutCounts(seal.leftOut().quarantined(), seal.leftOut().filtered()));
    SealInput input =
        new SealInput(
            id,
            released.with(seal.parts()),
            provenance,
            leftOut.quarantined(),
            leftOut.filtered(),
            List.of());
    SnapshotManifest manifest = ManifestBuilder.seal(input, store);
    return manifests.publish(manifest);
  }

  @Override
  public void close() {
    executor.shutdownNow();
    hint.close();
    store.close();
  }
}
