package dev.sluice.snapshot.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.snapshot.Samples;
import dev.sluice.snapshot.part.PartFile;
import dev.sluice.snapshot.part.PartMeta;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
  @Test
  void manyRowsBecomePartsAsTheyComeAndNoneIsLost() {
    Rows rows = new Rows(PartMeta.NONE, 20_000);
    Samples.rows(Samples.many(1, 300)).forEach(rows::add);

    List<PartFile> parts = rows.finish();

    assertThat(parts).hasSizeBetween(3, 40);
    assertThat(parts.stream().mapToLong(PartFile::rows).sum()).isEqualTo(300);
    assertThat(rows.maxMicros() - rows.minMicros()).isEqualTo(299_000);
  }
}
