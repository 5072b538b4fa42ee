package dev.sluice.flink.quarantine;

import dev.sluice.capture.Decoded;
import dev.sluice.flink.ledger.LedgerReader;
import dev.sluice.flink.ledger.Retries;
import dev.sluice.flink.ledger.RetryNote;
import dev.sluice.flink.policy.Governing;
import dev.sluice.flink.sanitize.Judge;
import dev.sluice.flink.sanitize.Outcome;
import dev.sluice.flink.sanitize.WindowKey;
import dev.sluice.flink.source.CaptureDeserializer;
import dev.sluice.flink.source.RawRecord;
import dev.sluice.model.RecordPointer;
import dev.sluice.snapshot.store.ObjectStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Drives held records through decoder, engine and gate once more, under rules of today. What passes
 * becomes a revision of its snapshot; what does not stays held. Not thread-safe.
 */
public final class Retry {
  /** Encoded rows held in memory before revisions are made of them. */
  private static final long MOST_BYTES = 64L << 20;

  private final ObjectStore store;
  private final Map<String, String> kafka;
  private final RetryScope scope;
  private final Governing rules;
  private final Duration maxSkew;
  private final Judge judge;
  private final TreeMap<WindowKey, ReleasedWindow> windows = new TreeMap<>();
  private final TreeMap<RecordPointer, Pointer> wanted = new TreeMap<>(Pointers.ORDER);
  private final TreeMap<String, Long> held = new TreeMap<>();
  private final List<String> snapshots = new ArrayList<>();
  private final Map<RetryNote.Outcome, Long> released = new TreeMap<>();
  private long bytes;

  /**
   * @param kafka settings of Kafka clients
   * @param maxSkew how far a capture's own time may lie after its append time
   */
  public Retry(
      ObjectStore store,
      Map<String, String> kafka,
      RetryScope scope,
      Governing rules,
      Duration maxSkew) {
    this.store = store;
    this.kafka = Map.copyOf(kafka);
    this.scope = scope;
    this.rules = rules;
    this.maxSkew = maxSkew;
    this.judge = new Judge(rules.engine().provenance().keyId());
  }

  /**
   * Tries these again.
   *
   * @param all every pointer of the run: without them nobody can tell which records are held
   */
  public RetryReport run(Pointers all, List<Pointer> asked) {
    Standing standing =
        new Standing(
            LedgerReader.entries(store, scope.ledgerRun(), scope.incarnation()),
            all.all().stream().map(Pointer::at).toList());
    Map<RecordPointer, RetryNote.Released> before =
        new Retries(store, scope.ledgerRun(), scope.incarnation()).released();
    long already = 0;
    Map<Standing.Of, Long> not = new TreeMap<>();
    for (Pointer pointer : asked) {
      Standing.Of is = standing.of(pointer.at());
      if (before.containsKey(pointer.at())) {
        already++;
      } else if (is == Standing.Of.HELD) {
        wanted.put(pointer.at(), pointer);
      } else {
        not.merge(is, 1L, Long::sum);
      }
    }
    RawRecords.each(kafka, List.copyOf(wanted.keySet()), this::take);
    flush();
    return new RetryReport(
        asked.size(),
        released.getOrDefault(RetryNote.Outcome.ROW, 0L),
        released.getOrDefault(RetryNote.Outcome.FILTERED, 0L),
        released.getOrDefault(RetryNote.Outcome.SAMPLED, 0L),
        already,
        held,
        wanted.size(),
        not.getOrDefault(Standing.Of.UNCOMMITTED, 0L),
        not.getOrDefault(Standing.Of.UNSURE, 0L),
        snapshots);
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    RawRecord raw = CaptureDeserializer.decode(record, maxSkew);
    Pointer pointer = wanted.remove(raw.at());
    if (pointer == null) {
      return;
    }
    if (raw.decoded() instanceof Decoded.Failed failed) {
      held.merge(failed.reason().code(), 1L, Long::sum);
      return;
    }
    Outcome.OfRecord outcome =
        judge
            .judge(raw.at(), ((Decoded.Ok) raw.decoded()).capture(), rules, verdict -> {})
            .outcome();
    if (outcome instanceof Outcome.Quarantined q) {
      held.merge(q.reason().code(), 1L, Long::sum);
    } else {
      release(pointer, outcome);
    }
  }

  private void release(Pointer pointer, Outcome.OfRecord outcome) {
    // Filtered and sampled records were declared: their window is known.
    WindowKey key = Outcome.windowOf(outcome).orElseThrow();
    windows.computeIfAbsent(key, ReleasedWindow::new).add(pointer, outcome);
    bytes += outcome instanceof Outcome.Row row ? row.row().length : 0;
    if (bytes > MOST_BYTES) {
      flush();
    }
  }

  private void flush() {
    NewRevision revision = new NewRevision(store, scope, rules.engine().provenance());
    for (ReleasedWindow window : windows.values()) {
      revision.publish(window).ifPresent(snapshots::add);
      window.records().forEach(r -> released.merge(r.outcome(), 1L, Long::sum));
    }
    windows.clear();
    bytes = 0;
  }
}
