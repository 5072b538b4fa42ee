package dev.sluice.flink.quarantine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A record that is held back, and how long it still can be driven through again.
 *
 * @param deletedFrom from when on Kafka may delete it by age; empty if never
 * @param gone whether Kafka has deleted it
 * @param bySize whether Kafka may also delete it earlier, when the topic grows too large
 */
public record HeldRecord(
    Pointer pointer, Optional<Instant> deletedFrom, boolean gone, boolean bySize) {

  /** Asks Kafka how long these records stay; in the given order. */
  public static List<HeldRecord> of(Map<String, String> kafka, Collection<Pointer> pointers) {
    if (pointers.isEmpty()) {
      return List.of();
    }
    Retention retention =
        Retention.of(kafka, pointers.stream().map(p -> p.at().topic()).collect(Collectors.toSet()));
    List<HeldRecord> held = new ArrayList<>();
    for (Pointer p : pointers) {
      held.add(
          new HeldRecord(
              p,
              retention.deletedFrom(p),
              retention.isGone(p.at()),
              retention.isLimitedBySize(p.at().topic())));
    }
    return held;
  }

  /** Whether Kafka may delete it before that time, and has not yet. */
  public boolean endsBefore(Instant time) {
    return !gone && deletedFrom.filter(end -> end.isBefore(time)).isPresent();
  }
}
