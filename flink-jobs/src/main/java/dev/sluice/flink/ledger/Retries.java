package dev.sluice.flink.ledger;

import dev.sluice.model.ContentDigest;
import dev.sluice.model.PartInfo;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SluiceJson;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of one start of a run was held back and then released. */
public final class Retries {
  private static final String PART = "part-retry-";

  private final ObjectStore store;
  private final String folder;

  /**
   * @param run as in the ledger
   */
  public Retries(ObjectStore store, String run, String incarnation) {
    this.store = store;
    this.folder = RetryNote.folder(run, incarnation);
  }

  /** File name of a part of released rows. */
  public static String partName(String sha256, List<RecordPointer> records) {
    String all = sha256 + records;
    return PART
        + ContentDigest.of(all.getBytes(StandardCharsets.UTF_8)).substring(7, 31)
        + ".parquet";
  }

  /** Whether a part holds released rows. */
  public static boolean isRetried(PartInfo part) {
    return part.key().substring(part.key().lastIndexOf('/') + 1).startsWith(PART);
  }

  /** Writes what is about to be released; again is harmless. */
  public void write(RetryNote note) {
    store.put(folder + name(note), SluiceJson.bytes(note), ObjectStore.JSON);
  }

  private static String name(RetryNote note) {
    return note.part().isEmpty()
        ? ContentDigest.of(note.records().toString().getBytes(StandardCharsets.UTF_8))
                .substring(7, 31)
            + ".json"
        : noteName(note.part());
  }

  private static String noteName(String part) {
    return part.substring(part.lastIndexOf('/') + 1) + ".json";
  }

  /** The note of a part, if this start's records are in it. */
  public Optional<RetryNote> of(PartInfo part) {
    String key = folder + noteName(part.key());
    return store.stat(key).isEmpty()
        ? Optional.empty()
        : Optional.of(SluiceJson.read(store.get(key), RetryNote.class));
  }

  /** The notes that are of effect: those whose rows stand in their window's newest revision. */
  public List<RetryNote> inEffect() {
    Map<String, Optional<SnapshotManifest>> newest = new HashMap<>();
    return store.list(folder).stream()
        .map(stat -> SluiceJson.read(store.get(stat.key()), RetryNote.class))
        .filter(
            note ->
                note.part().isEmpty()
                    || newest
                        .computeIfAbsent(note.window(), w -> Revisions.newest(store, w))
                        .filter(manifest -> Revisions.lists(manifest, note.part()))
                        .isPresent())
        .toList();
  }

  /** The records of {@link #inEffect}; one that was released while it was given up is released. */
  public Map<RecordPointer, RetryNote.Released> released() {
    Map<RecordPointer, RetryNote.Released> all = new HashMap<>();
    inEffect().stream()
        .flatMap(note -> note.records().stream())
        .forEach(r -> all.merge(r.at(), r, (a, b) -> isDropped(b) ? a : b));
    return all;
  }

  private static boolean isDropped(RetryNote.Released record) {
    return record.outcome() == RetryNote.Outcome.DROPPED;
  }
}
