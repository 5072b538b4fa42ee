package dev.sluice.snapshot.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.LineageRange;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.Samples;
import dev.sluice.snapshot.digest.LtHash;
import dev.sluice.snapshot.row.RowCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.junit.jupiter.api.Test;

class PartEncoderTest {
  @Test
  void rowsComeBackEqualAndSortedByTime() {
    List<SanitizedExchange> exchanges = Samples.many(1, 700);

    PartFile part = PartEncoder.encode(Samples.rows(exchanges), PartMeta.NONE);

    List<SanitizedExchange> sorted =
        exchanges.stream().sorted(Comparator.comparing(e -> e.exchange().ts())).toList();
    assertThat(read(part.bytes())).isEqualTo(sorted);
    assertThat(part.rows()).isEqualTo(700);
    assertThat(part.minTs()).isEqualTo(sorted.get(0).exchange().ts());
    assertThat(part.maxTs()).isEqualTo(sorted.get(699).exchange().ts());
  }

  @Test
  void theSameRowsInAnotherOrderMakeTheSameBytes() {
    List<byte[]> rows = new ArrayList<>(Samples.rows(Samples.many(2, 300)));
    byte[] first = PartEncoder.encode(rows, PartMeta.NONE).bytes();

    Collections.shuffle(rows, new Random(9));

    assertThat(PartEncoder.encode(rows, PartMeta.NONE).bytes()).isEqualTo(first);
  }

  @Test
  void theFooterHoldsStatisticsAndDigestOfTheRows() {
    List<SanitizedExchange> exchanges = Samples.many(3, 200);
    LineageRange lineage = new LineageRange("captures.raw", 1, 10, 500, 200);
    PartMeta meta = new PartMeta(List.of(lineage), List.of("s$1"), List.of(), Optional.of("salt"));
    LtHash expected = new LtHash();
    exchanges.forEach(e -> expected.add(RowCodec.digestRow(e)));

    PartFile part = PartEncoder.encode(Samples.rows(exchanges), meta);
    PartFooter footer = PartFooter.read("k", RangeSource.of(part.bytes()), part.bytes().length);

    assertThat(footer.digest()).isEqualTo(expected);
    assertThat(part.digestState()).isEqualTo(expected.state());
    assertThat(footer.rows()).isEqualTo(200);
    assertThat(footer.stats().toBytes()).isEqualTo(part.stats().toBytes());
    assertThat(footer.stats().lineage()).containsExactly(lineage);
    assertThat(footer.stats().authorityHashes()).hasSize(2);
  }

  @Test
  void bloomFiltersStandFromAThousandRowsOnAndAreSizedForThem() throws Exception {
    assertThat(bloomBytes(PartEncoder.encode(Samples.rows(Samples.many(4, 999)), PartMeta.NONE)))
        .isZero();
    // About 10 bits a row for 1%, rounded up to a power of two: far below the default of 1 MiB.
    assertThat(bloomBytes(PartEncoder.encode(Samples.rows(Samples.many(4, 2000)), PartMeta.NONE)))
        .isBetween(2 * 1_000L, 2 * 8_000L);
  }

  @Test
  void everyColumnHasItsIndexes() throws Exception {
    try (ParquetFileReader reader =
        open(PartEncoder.encode(Samples.rows(Samples.many(5, 1200)), PartMeta.NONE).bytes())) {
      for (ColumnChunkMetaData column : reader.getRowGroups().get(0).getColumns()) {
        assertThat(reader.readOffsetIndex(column)).as(column.getPath().toDotString()).isNotNull();
      }
      assertThat(reader.readColumnIndex(column(reader, "ts")).getMinValues()).hasSizeGreaterThan(1);
    }
  }

  @Test
  void aChangedByteInAPageIsNoticed() {
    byte[] bytes = PartEncoder.encode(Samples.rows(Samples.many(6, 500)), PartMeta.NONE).bytes();
    byte[] damaged = bytes.clone();
    damaged[bytes.length / 3] ^= 0x10;

    assertThatThrownBy(() -> read(damaged))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("not readable Parquet")
        .hasNoCause();
  }

  @Test
  void aFileCutOffAnywhereIsNoticed() {
    byte[] bytes = PartEncoder.encode(Samples.rows(Samples.many(7, 50)), PartMeta.NONE).bytes();
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      assertThatThrownBy(() -> read(cut)).isInstanceOf(SluiceException.class);
      assertThatThrownBy(() -> PartFooter.read("k", RangeSource.of(cut), cut.length))
          .isInstanceOf(SluiceException.class);
    }
  }

  private static List<SanitizedExchange> read(byte[] bytes) {
    List<SanitizedExchange> rows = new ArrayList<>();
    try (PartReader reader =
        PartReader.open("k", RangeSource.of(bytes), bytes.length, Optional.empty())) {
      for (var row = reader.next(); row.isPresent(); row = reader.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }

  private static long bloomBytes(PartFile part) throws Exception {
    try (ParquetFileReader reader = open(part.bytes())) {
      return column(reader, "trace_id").getBloomFilterLength()
          + column(reader, "session_id").getBloomFilterLength()
          + (column(reader, "trace_id").getBloomFilterOffset() < 0 ? 2 : 0);
    }
  }

  private static ColumnChunkMetaData column(ParquetFileReader reader, String name) {
    return reader.getRowGroups().get(0).getColumns().stream()
        .filter(c -> c.getPath().toDotString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static ParquetFileReader open(byte[] bytes) throws Exception {
    return ParquetFileReader.open(
        new RangeInput(RangeSource.of(bytes), bytes.length),
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdCodecs())
            .build());
  }
}
