package dev.sluice.flink.ledger;

import dev.sluice.model.ContentDigest;
import dev.sluice.model.PartInfo;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SluiceJson;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.store.ObjectStat;
import dev.sluice.snapshot.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What of one start of a run was held back and then released. */
public final class Retries {
  private static final String PART = "part-retry-";

  /** From a note to the revision it announces it is seconds; what is older broke off. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(10);

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

  /**
   * Writes that records are given up, unless a retry has announced one of them at the same time.
   * Retries announce first and look for this note then, so that one of both sees the other.
   *
   * @return the records that stood in the way; if there are any, nothing was given up
   */
  public Set<RecordPointer> giveUp(RetryNote note) {
    write(note);
    Set<RecordPointer> tried = underWay(folder + name(note));
    released().values().stream().filter(r -> !isDropped(r)).forEach(r -> tried.add(r.at()));
    tried.retainAll(note.records().stream().map(RetryNote.Released::at).toList());
    if (!tried.isEmpty()) {
      store.delete(folder + name(note));
    }
    return tried;
  }

  /** Whether someone gave one of the records up. */
  public boolean isGivenUp(Collection<RecordPointer> records) {
    Map<RecordPointer, RetryNote.Released> all = released();
    return records.stream().map(all::get).anyMatch(r -> r != null && isDropped(r));
  }

  /** Records that will be rows as soon as a manifest stands; by the store's own clock. */
  private Set<RecordPointer> underWay(String own) {
    Instant now = store.stat(own).flatMap(ObjectStat::lastModified).orElseGet(Instant::now);
    Set<RecordPointer> records = new HashSet<>();
    for (ObjectStat stat : store.list(folder)) {
      boolean isNew = stat.lastModified().map(at -> at.plus(UNDER_WAY).isAfter(now)).orElse(true);
      if (isNew && !stat.key().equals(own)) {
        RetryNote note = SluiceJson.read(store.get(stat.key()), RetryNote.class);
        note.records().stream()
            .filter(r -> r.outcome() == RetryNote.Outcome.ROW)
            .forEach(r -> records.add(r.at()));
      }
    }
    return records;
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
