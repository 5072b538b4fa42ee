package dev.sluice.snapshot.part;

import dev.sluice.model.SanitizedExchange;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Parquet's writer for exchanges, without a Hadoop installation. */
final class ExchangeWriter {
  private static final int PAGE_BYTES = 64 << 10;
  private static final int PAGE_ROWS = 500;
  private static final long GROUP_BYTES = 16L << 20;

  private ExchangeWriter() {}

  /**
   * @param rowsPerGroup rows after which a row group ends; also what bloom filters are sized for
   * @param bloom whether to write bloom filters
   * @param footer asked for the footer's key-values when the last row is written
   */
  static ParquetWriter<SanitizedExchange> open(
      OutputFile file, int rowsPerGroup, boolean bloom, Supplier<Map<String, String>> footer)
      throws IOException {
    Builder builder =
        new Builder(file, footer)
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdCodecs())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withPageSize(PAGE_BYTES)
            .withPageRowCountLimit(PAGE_ROWS)
            .withRowGroupSize(GROUP_BYTES)
            .withRowGroupRowCountLimit(rowsPerGroup)
            .withPageWriteChecksumEnabled(true);
    // Values that hardly repeat: a dictionary would only be built to be thrown away, and a column
    // that is all dictionary gets no bloom filter.
    for (String column : new String[] {"ts", "id", "url", "trace_id", "span_id", "session_id"}) {
      builder = builder.withDictionaryEncoding(column, false);
    }
    if (bloom) {
      for (String column : new String[] {"trace_id", "session_id"}) {
        builder =
            builder.withBloomFilterEnabled(column, true).withBloomFilterNDV(column, rowsPerGroup);
      }
    }
    return builder.build();
  }

  private static final class Builder extends ParquetWriter.Builder<SanitizedExchange, Builder> {
    private final Supplier<Map<String, String>> footer;

    Builder(OutputFile file, Supplier<Map<String, String>> footer) {
      super(file);
      this.footer = footer;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<SanitizedExchange> getWriteSupport(Configuration configuration) {
      return new Support(footer);
    }

    @Override
    protected WriteSupport<SanitizedExchange> getWriteSupport(ParquetConfiguration configuration) {
      return new Support(footer);
    }
  }

  private static final class Support extends WriteSupport<SanitizedExchange> {
    private final Supplier<Map<String, String>> footer;
    private @Nullable RowWriter writer;

    Support(Supplier<Map<String, String>> footer) {
      this.footer = footer;
    }

    @Override
    public WriteContext init(Configuration configuration) {
      throw new UnsupportedOperationException("parts are written without Hadoop");
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return new WriteContext(
          PartSchema.SCHEMA, Map.of(PartSchema.VERSION_KEY, String.valueOf(PartSchema.VERSION)));
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      writer = new RowWriter(consumer);
    }

    @Override
    public void write(SanitizedExchange row) {
      Objects.requireNonNull(writer).write(row);
    }

    @Override
    public FinalizedWriteContext finalizeWrite() {
      return new FinalizedWriteContext(footer.get());
    }
  }
}
