package dev.sluice.snapshot.read;

import dev.sluice.model.ContentDigest;
import dev.sluice.model.Exchange;
import dev.sluice.model.PartInfo;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SnapshotId;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.snapshot.digest.LtHash;
import dev.sluice.snapshot.manifest.ManifestStore;
import dev.sluice.snapshot.part.PartFooter;
import dev.sluice.snapshot.part.PartReader;
import dev.sluice.snapshot.part.RangeSource;
import dev.sluice.snapshot.row.RowCodec;
import dev.sluice.snapshot.stats.PartStats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One check of a snapshot, from its rows up. One part is in memory at a time. */
final class Verification {
  /** Note of rows whose times were moved. */
  private static final String MOVED = "timestamps-shifted";

  private static final long WEEK = 604_800;

  private final String manifestKey;
  private final SnapshotManifest manifest;
  private final SnapshotId id;
  private final PartSource source;
  private final List<Problem> problems = new ArrayList<>();
  private final LtHash digest = new LtHash();
  private final PartStats stats = new PartStats();

  Verification(String manifestKey, SnapshotManifest manifest, PartSource source) {
    this.manifestKey = manifestKey;
    this.manifest = manifest;
    this.id = ManifestStore.idOf(manifest);
    this.source = source;
  }

  List<Problem> run() {
    same("snapshot-id", id.toString(), manifest.snapshotId());
    manifest.parts().forEach(this::part);
    // Everything below follows from the rows: with an unreadable part it would only repeat that.
    if (problems.stream().noneMatch(problem -> problem.code().startsWith("part-"))) {
      same("content-digest", digest.contentDigest(), manifest.contentDigest());
      same("exchange-count", digest.rows(), manifest.exchanges());
      same("baseline", stats.baseline(id, stats.rarity()), manifest.baseline());
      same("finding-counts", stats.findings(stats.rarity()), manifest.findings());
      same("uniqueness", stats.uniqueness(), manifest.uniqueness());
      same("notes", stats.notes(), manifest.notes());
      same("lineage", stats.lineage(), manifest.lineage());
      same("authority-hashes", stats.authorityHashes(), manifest.authorityHashes());
    }
    return List.copyOf(problems);
  }

  private void part(PartInfo part) {
    try {
      byte[] bytes = source.get(part);
      if (bytes.length != part.sizeBytes()) {
        problem("part-size", part.key(), bytes.length + " bytes, expected " + part.sizeBytes());
      } else if (!ContentDigest.of(bytes).equals(part.sha256())) {
        problem("part-checksum", part.key(), "is not the file that was sealed");
      } else {
        rows(part, bytes);
      }
    } catch (SluiceException e) {
      problem("part-unreadable", part.key(), String.valueOf(e.getMessage()));
    }
  }

  private void rows(PartInfo part, byte[] bytes) {
    RangeSource ranges = RangeSource.of(bytes);
    PartStats rowStats = new PartStats();
    LtHash rowDigest = new LtHash();
    TimeSpan span = new TimeSpan();
    PartFooter footer = PartFooter.read(part.key(), ranges, bytes.length);
    // They say what to measure in the rows.
    rowStats.addTerms(footer.stats().terms());
    try (PartReader reader = PartReader.open(part.key(), ranges, bytes.length, Optional.empty())) {
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        SanitizedExchange row = next.get();
        rowStats.add(row);
        rowDigest.add(RowCodec.digestRow(row));
        span.add(row.exchange().ts());
        requireInWindow(row.exchange());
      }
    }
    if (!footer.digest().equals(rowDigest)) {
      problem("part-footer-digest", part.key(), "does not follow from its rows");
    }
    if (rowDigest.rows() != part.rows()) {
      problem("part-rows", part.key(), rowDigest.rows() + ", expected " + part.rows());
    }
    if (!span.is(part.minTs(), part.maxTs())) {
      problem("part-times", part.key(), "rows do not span the listed times");
    }
    rowStats.addLineage(footer.stats().lineage());
    rowStats.addAuthorityHashes(footer.stats().authorityHashes());
    stats.merge(rowStats);
    digest.merge(rowDigest);
  }

  private void requireInWindow(Exchange exchange) {
    boolean inside =
        isInWindow(exchange.ts())
            && exchange.service().equals(manifest.service())
            && exchange.env().equals(manifest.env());
    if (!inside) {
      problem("row-outside-window", exchange.id(), "belongs to another snapshot");
    }
  }

  /** Moved times are off by whole weeks, and lie as they did otherwise. */
  private boolean isInWindow(Instant ts) {
    long start = manifest.windowStart().getEpochSecond();
    boolean moved = manifest.notes().containsKey(MOVED);
    long weeks = moved ? Math.floorDiv(start - ts.getEpochSecond() + WEEK - 1, WEEK) : 0;
    Instant at = ts.plusSeconds(weeks * WEEK);
    return !at.isBefore(manifest.windowStart()) && at.isBefore(manifest.windowEnd());
  }

  private void same(String code, Object found, Object listed) {
    if (!Objects.equals(found, listed)) {
      String detail =
          found instanceof String || found instanceof Long
              ? "parts give " + found + ", the manifest says " + listed
              : "the manifest does not follow from the parts";
      problem(code, manifestKey, detail);
    }
  }

  private void problem(String code, String subject, String detail) {
    problems.add(new Problem(code, subject, detail));
  }

  /** First and last time seen. */
  private static final class TimeSpan {
    private Instant min = Instant.MAX;
    private Instant max = Instant.MIN;

    void add(Instant ts) {
      min = ts.isBefore(min) ? ts : min;
      max = ts.isAfter(max) ? ts : max;
    }

    boolean is(Instant first, Instant last) {
      return min.equals(first) && max.equals(last);
    }
  }
}
