package dev.sluice.flink.sink;

import dev.sluice.flink.ledger.LatePart;
import dev.sluice.flink.ledger.LedgerRange;
import dev.sluice.flink.ledger.Outcomes;
import dev.sluice.snapshot.store.StagedUpload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came in since the last commit. Not thread-safe. */
final class Arrivals {
  private static final Comparator<LedgerRange> ORDER =
      Comparator.comparing(LedgerRange::topic)
          .thenComparingInt(LedgerRange::partition)
          .thenComparingLong(LedgerRange::from);

  private final List<StagedUpload> uploads = new ArrayList<>();
  private final List<LatePart> late = new ArrayList<>();
  private final List<LedgerRange> ranges = new ArrayList<>();
  private final TreeMap<String, Outcomes> services = new TreeMap<>();

  void add(StagedUpload upload) {
    uploads.add(upload);
  }

  void addLate(StagedPart part) {
    late.add(new LatePart(part.upload().key(), part.rows()));
    services.merge(
        part.window().serviceName(),
        new Outcomes(0, new TreeMap<>(), 0, 0, part.rows()),
        Outcomes::plus);
  }

  /** Takes a writer's counts; each range starts where its partition's last one ended. */
  void count(Progress progress, SortedMap<Integer, Long> positions) {
    progress.services().forEach((name, o) -> services.merge(name, o, Outcomes::plus));
    for (LedgerRange range : progress.ranges()) {
      ranges.add(joined(range, positions.getOrDefault(range.partition(), range.from())));
      positions.merge(range.partition(), range.to(), Math::max);
    }
  }

  /** A writer that was restored does not know of offsets without records before its first. */
  private static LedgerRange joined(LedgerRange range, long position) {
    long gap = range.from() - position;
    return gap <= 0
        ? range
        : new LedgerRange(
            range.topic(),
            range.partition(),
            position,
            range.to(),
            range.skipped() + gap,
            range.outcomes());
  }

  boolean isEmpty() {
    return uploads.isEmpty() && ranges.isEmpty();
  }

  List<StagedUpload> uploads() {
    return uploads.stream().sorted(Comparator.comparing(StagedUpload::key)).toList();
  }

  List<LatePart> late() {
    return late.stream().sorted(Comparator.comparing(LatePart::key)).toList();
  }

  List<LedgerRange> ranges() {
    return ranges.stream().sorted(ORDER).toList();
  }

  SortedMap<String, Outcomes> services() {
    return services;
  }

  void clear() {
    uploads.clear();
    late.clear();
    ranges.clear();
    services.clear();
  }
}
