package dev.sluice.flink.policy;

import dev.sluice.model.Capture;
import dev.sluice.model.SluiceException;
import dev.sluice.model.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says, for one subtask, which policy governs a record: the newest entry of the timeline whose time
 * has come at the record's own time. Nearly free while that stays the same. One owner thread.
 */
public final class Governor implements AutoCloseable {
  private final SharedEngines engines;
  private final Governing started;
  private final @Nullable TimelineReader reader;
  private final @Nullable Shadowing shadowing;
  private final long skewMillis;
  private @Nullable Entry lastEntry;
  private Governing last;
  private @Nullable Entry otherEntry;
  private Governing other;
  private long waits;

  private Governor(
      SharedEngines engines,
      @Nullable TimelineReader reader,
      @Nullable Shadowing shadowing,
      long skewMillis) {
    this.skewMillis = skewMillis;
    this.engines = engines;
    this.reader = reader;
    this.shadowing = shadowing;
    this.started = Governing.of(0, engines.started());
    this.last = started;
    this.other = started;
  }

  /** Opens what the source names; without a topic nothing is waited for. */
  public static Governor open(PolicySource source) {
    SharedEngines engines = SharedEngines.open(source.started());
    try {
      return source
          .topic()
          .map(topic -> following(source, topic, engines))
          .orElseGet(() -> new Governor(engines, null, null, Long.MAX_VALUE));
    } catch (RuntimeException e) {
      engines.close();
      throw e;
    }
  }

  private static Governor following(PolicySource source, PolicyTopic topic, SharedEngines engines) {
    return new Governor(
        engines,
        reader(source, topic, engines),
        new Shadowing(engines, new ShadowReports(source.kafka(), topic.topic())),
        topic.maxSkew().toMillis());
  }

  private static TimelineReader reader(
      PolicySource source, PolicyTopic topic, SharedEngines engines) {
    Timeline timeline =
        new Timeline(
            topic.topic(), topic.lead(), TrustedKeys.of(topic.trusted()), engines::problem);
    TimelineReader reader = new TimelineReader(source.kafka(), topic, timeline, engines);
    reader.start();
    return reader;
  }

  /**
   * Waits until the topic was read to its end, and requires that what was known before is there.
   *
   * @param known heads of the timeline that checkpoints remember
   */
  public void awaitStart(List<String> known) throws InterruptedException {
    if (reader == null) {
      return;
    }
    reader.awaitFirst();
    List<String> there = reader.view().entries().stream().map(Governor::name).toList();
    for (String head : known) {
      if (!there.contains(head)) {
        throw new SluiceException(
            "the policy topic lacks entry " + head + ", which this job has already followed");
      }
    }
  }

  /** Name of the newest entry known, for checkpoints. */
  public Optional<String> head() {
    if (reader == null || reader.view().entries().isEmpty()) {
      return Optional.empty();
    }
    List<Entry> entries = reader.view().entries();
    return Optional.of(name(entries.get(entries.size() - 1)));
  }

  private static String name(Entry entry) {
    return entry.publication().number() + ":" + entry.digest();
  }

  /**
   * What governs a capture.
   *
   * @param ts the capture's own time, milliseconds since the epoch
   * @param appended the broker's time of its record
   * @return empty if the capture lies so far ahead of its record that it cannot be decided
   */
  public Optional<Governing> at(long ts, long appended) throws InterruptedException {
    if (reader == null) {
      return Optional.of(started);
    }
    if (ts > appended + skewMillis) {
      return Optional.empty();
    }
    return Optional.of(at(reader, ts, appended));
  }

  /** What governs captures of this moment. */
  public Governing now() throws InterruptedException {
    long now = System.currentTimeMillis();
    return at(now, now).orElse(started);
  }

  private Governing at(TimelineReader from, long ts, long appended) throws InterruptedException {
    from.sawAppend(appended);
    if (!from.isDecided(ts)) {
      waits++;
      from.awaitDecided(ts);
    }
    InForce governs = from.view().governs();
    return choose(governs, governs.at(ts), ts);
  }

  @SuppressWarnings("ReferenceEquality")
  private Governing choose(InForce governs, int index, long ts) {
    Entry entry = index < 0 ? null : governs.entry(index);
    if (entry == null) {
      return started;
    }
    if (entry != lastEntry) {
      Entry oldEntry = lastEntry;
      Governing old = last;
      if (entry == otherEntry) {
        last = other;
      } else {
        Optional<Governing> made = make(entry);
        if (made.isEmpty()) {
          return choose(governs, governs.before(index, ts), ts);
        }
        last = made.get();
      }
      lastEntry = entry;
      otherEntry = oldEntry;
      other = old;
    }
    return last;
  }

  private Optional<Governing> make(Entry entry) {
    if (entry.publication().bundle().equals(PolicyBundle.AS_STARTED)) {
      return Optional.of(Governing.of(entry.publication().number(), engines.started()));
    }
    return engines.of(entry).map(ready -> Governing.of(entry.publication().number(), ready));
  }

  /**
   * Shows a capture that has its verdict to the candidate that runs beside what governs, if one
   * does. Changes nothing but counts.
   *
   * @param ts the capture's own time, milliseconds since the epoch
   */
  public void judged(long ts, Capture capture, Verdict verdict) {
    if (reader != null && shadowing != null) {
      shadowing.look(reader.view().shadows(), ts, capture, verdict);
    }
  }

  /** Sends the counts of shadows so far. */
  public void report() {
    if (shadowing != null) {
      shadowing.report();
    }
  }

  /** Exchanges that candidates looked at. */
  public long shadowed() {
    return shadowing == null ? 0 : shadowing.exchanges();
  }

  /** Exchanges that candidates would have treated otherwise. */
  public long shadowedDiffering() {
    return shadowing == null ? 0 : shadowing.differing();
  }

  /** Names the tokenization key. */
  public String keyId() {
    return started.engine().provenance().keyId();
  }

  /** Number of the publication used last; 0 for what the job was started with. */
  public long number() {
    return last.number();
  }

  /** Records of the topic that were passed over. */
  public long refused() {
    return reader == null ? 0 : reader.view().refused();
  }

  /** How often the stream stood still until the topic was read further. */
  public long waits() {
    return waits;
  }

  @Override
  public void close() {
    if (shadowing != null) {
      shadowing.close();
    }
    if (reader != null) {
      reader.close();
    }
    engines.close();
  }
}
