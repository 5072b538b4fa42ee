package dev.sluice.snapshot.part;

import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.util.Optional;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.InputFile;

/**
 * Reads a part's rows in their order. Filters use statistics, column indexes and bloom filters to
 * leave pages unread; page checksums are verified. Not thread-safe.
 */
public final class PartReader implements AutoCloseable {
  private final String key;
  private final ParquetReader<Group> reader;

  private PartReader(String key, ParquetReader<Group> reader) {
    this.key = key;
    this.reader = reader;
  }

  /**
   * Opens a part of {@code size} bytes.
   *
   * @param key for messages only
   */
  public static PartReader open(
      String key, RangeSource source, long size, Optional<FilterPredicate> filter) {
    try {
      return new PartReader(
          key,
          new Builder(new RangeInput(source, size))
              .withCodecFactory(new ZstdCodecs())
              .withFilter(
                  filter.<FilterCompat.Filter>map(FilterCompat::get).orElse(FilterCompat.NOOP))
              .useColumnIndexFilter()
              .useBloomFilter()
              .useStatsFilter()
              .useRecordFilter()
              .usePageChecksumVerification()
              .build());
    } catch (IOException | RuntimeException e) {
      throw e instanceof SluiceException known ? known : unreadable(key, e);
    }
  }

  /** The next row, or empty at the end. */
  public Optional<SanitizedExchange> next() {
    try {
      return Optional.ofNullable(reader.read()).map(GroupRow::read);
    } catch (IOException | RuntimeException e) {
      throw e instanceof SluiceException known ? known : unreadable(key, e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw unreadable(key, e);
    }
  }

  static SluiceException unreadable(String key, Exception e) {
    return new SluiceException(
        "part "
            + key
            + " is not readable Parquet ("
            + e.getClass().getSimpleName()
            + "); run `sluice snapshots verify` on its snapshot");
  }

  private static final class Builder extends ParquetReader.Builder<Group> {
    Builder(InputFile file) {
      super(file, new PlainParquetConfiguration());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupSupport();
    }
  }
}
