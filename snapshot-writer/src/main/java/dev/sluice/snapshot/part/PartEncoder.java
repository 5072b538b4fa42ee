package dev.sluice.snapshot.part;

import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.digest.LtHash;
import dev.sluice.snapshot.row.RowCodec;
import dev.sluice.snapshot.row.RowHead;
import dev.sluice.snapshot.stats.AuthorityHash;
import dev.sluice.snapshot.stats.PartStats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.parquet.hadoop.ParquetWriter;

/**
 * Makes Parquet files of encoded rows, in memory. Equal rows and meta give equal bytes, in whatever
 * order the rows come. Thread-safe.
 */
public final class PartEncoder {
  /** Below this a bloom filter costs more than the pages it would skip. */
  private static final int BLOOM_MIN_ROWS = 1_000;

  private static final long GROUP_TARGET_BYTES = 8L << 20;

  private PartEncoder() {}

  /** A row and what it is sorted by. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Sortable(RowHead head, byte[] row) {
    static final Comparator<Sortable> ORDER =
        Comparator.<Sortable>comparingLong(s -> s.head.tsMicros())
            .thenComparing(s -> s.head.id())
            .thenComparing(Sortable::row, Arrays::compareUnsigned);
  }

  /**
   * One file of all rows, sorted by time, id and row bytes.
   *
   * @param rows at least one, from {@code RowCodec.encode}
   */
  public static PartFile encode(List<byte[]> rows, PartMeta meta) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a part needs at least one row");
    }
    List<Sortable> sorted =
        rows.stream()
            .map(row -> new Sortable(RowCodec.head(row), row))
            .sorted(Sortable.ORDER)
            .toList();
    PartStats stats = new PartStats();
    stats.addLineage(meta.lineage());
    stats.addAuthorityHashes(meta.authorityHashes());
    stats.addTerms(meta.terms());
    LtHash digest = new LtHash();
    byte[] file = write(sorted, meta, stats, digest);
    return new PartFile(
        file,
        stats,
        rows.size(),
        instant(sorted.get(0)),
        instant(sorted.get(sorted.size() - 1)),
        digest.state());
  }

  private static byte[] write(
      List<Sortable> sorted, PartMeta meta, PartStats stats, LtHash digest) {
    MemoryOutput output = new MemoryOutput();
    int rowsPerGroup = rowsPerGroup(sorted);
    try (ParquetWriter<SanitizedExchange> writer =
        ExchangeWriter.open(
            output, rowsPerGroup, sorted.size() >= BLOOM_MIN_ROWS, () -> footer(stats, digest))) {
      for (Sortable sortable : sorted) {
        SanitizedExchange row = RowCodec.decode(sortable.row());
        stats.add(row);
        addAuthority(row, meta, stats);
        digest.add(RowCodec.digestRow(row));
        writer.write(row);
      }
    } catch (IOException e) {
      throw new SluiceException("cannot encode a part: " + e.getClass().getSimpleName());
    }
    return output.toBytes();
  }

  private static void addAuthority(SanitizedExchange row, PartMeta meta, PartStats stats) {
    String authority = AuthorityHash.authorityOf(row.exchange().request().url());
    if (!authority.isEmpty()) {
      meta.authoritySalt()
          .ifPresent(salt -> stats.addAuthorityHashes(List.of(AuthorityHash.of(salt, authority))));
    }
  }

  /** Groups of equal row counts, so that a bloom filter is sized for the rows it covers. */
  private static int rowsPerGroup(List<Sortable> rows) {
    long bytes = rows.stream().mapToLong(sortable -> sortable.row().length).sum();
    long groups = Math.max(1, (bytes + GROUP_TARGET_BYTES - 1) / GROUP_TARGET_BYTES);
    return (int) Math.max(Math.min(rows.size(), 100), (rows.size() + groups - 1) / groups);
  }

  private static Map<String, String> footer(PartStats stats, LtHash digest) {
    return Map.of(
        PartStats.FOOTER_KEY,
        new String(stats.toBytes(), StandardCharsets.UTF_8),
        PartSchema.DIGEST_KEY,
        Base64.getEncoder().encodeToString(digest.state()));
  }

  private static Instant instant(Sortable sortable) {
    return Instant.EPOCH.plus(sortable.head().tsMicros(), ChronoUnit.MICROS);
  }
}
