package dev.sluice.flink.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a timeline of the control topic's records, in their order. A function of the records and
 * their append times alone, so that every reader, at any time, comes to the same. Not thread-safe.
 *
 * <p>A record that is no entry (forged, broken, of another topic, a repeat, the loser of a race) is
 * passed over. An entry that is signed and in its place is accepted, and has an effect if it was
 * appended at least the lead before its time and loads. A gap in the numbers cannot be passed over:
 * an entry that decided something is gone.
 */
public final class Timeline {
  private final String topic;
  private final long leadMillis;
  private final TrustedKeys trusted;
  private final Function<PolicyBundle, Optional<String>> problem;
  private final List<Entry> entries = new ArrayList<>();
  private long refused;

  /**
   * @param problem says why a bundle does not load, if it does not; equal bundles get equal answers
   */
  public Timeline(
      String topic,
      Duration lead,
      TrustedKeys trusted,
      Function<PolicyBundle, Optional<String>> problem) {
    this.topic = topic;
    this.leadMillis = lead.toMillis();
    this.trusted = trusted;
    this.problem = problem;
  }

  /** What became of a record. */
  public sealed interface Step {
    /** Accepted; see {@link Entry#unusable()}. */
    record Accepted(Entry entry) implements Step {}

    /** Not part of the timeline. */
    record Refused(String reason) implements Step {}

    /** Entries are missing before this one. */
    record Gap(long number, long expected) implements Step {}
  }

  /**
   * Takes the next record.
   *
   * @param appendedMillis when the broker appended it
   */
  public Step accept(byte[] value, long appendedMillis) {
    Optional<SignedRecord.Opened> opened = SignedRecord.open(value, topic, trusted);
    if (opened.isEmpty()) {
      return refuse("not signed by a trusted publisher for this topic, or not readable");
    }
    Publication p = opened.get().publication();
    if (!entries.isEmpty() && !p.timeline().equals(entries.get(0).publication().timeline())) {
      return refuse("of another timeline");
    }
    long expected = entries.size() + 1L;
    if (p.number() > expected) {
      return new Step.Gap(p.number(), expected);
    }
    if (p.number() < expected || !p.previous().equals(headDigest())) {
      return refuse("a repeat, or another entry came first");
    }
    Entry entry = new Entry(p, opened.get().digest(), appendedMillis, unusable(p, appendedMillis));
    entries.add(entry);
    return new Step.Accepted(entry);
  }

  private Step refuse(String reason) {
    refused++;
    return new Step.Refused(reason);
  }

  private Optional<String> unusable(Publication p, long appendedMillis) {
    if (p.effectiveFrom().toEpochMilli() < appendedMillis + leadMillis) {
      return Optional.of("appended less than the lead before its time");
    }
    if (p.kind() == Publication.Kind.SHADOW && !(p.share() >= 0 && p.share() <= 1)) {
      return Optional.of("its share is not from 0 to 1");
    }
    return problem.apply(p.bundle());
  }

  /** All accepted entries, oldest first. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The newest accepted entry. */
  public Optional<Entry> head() {
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
  }

  /** Records that were passed over. */
  public long refused() {
    return refused;
  }

  private String headDigest() {
    return head().map(Entry::digest).orElse("");
  }
}
