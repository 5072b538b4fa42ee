package dev.sluice.snapshot.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.SluiceException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LtHashTest {
  @RepeatedTest(20)
  void orderAndPartitioningDoNotMatter(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    List<byte[]> rows = rows(random, 200);
    LtHash expected = hash(rows);

    Collections.shuffle(rows, random);
    LtHash merged = new LtHash();
    for (int from = 0; from < rows.size(); ) {
      int to = Math.min(rows.size(), from + 1 + random.nextInt(60));
      merged.merge(LtHash.fromState(hash(rows.subList(from, to)).state()));
      from = to;
    }

    assertThat(merged).isEqualTo(expected);
    assertThat(merged.contentDigest()).isEqualTo(expected.contentDigest());
    assertThat(merged.rows()).isEqualTo(200);
  }

  @RepeatedTest(20)
  void aMissingAddedOrChangedRowChangesTheDigest(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    List<byte[]> rows = rows(random, 50);
    String expected = hash(rows).contentDigest();

    assertThat(hash(rows.subList(1, 50)).contentDigest()).isNotEqualTo(expected);
    rows.get(random.nextInt(50))[0] ^= 1;
    assertThat(hash(rows).contentDigest()).isNotEqualTo(expected);
  }

  @Test
  void duplicatesDoNotCancelUpToTheLaneSize() {
    byte[] row = "row".getBytes(StandardCharsets.UTF_8);
    List<String> seen = new ArrayList<>();
    LtHash hash = new LtHash();
    seen.add(hash.contentDigest());
    for (int i = 0; i < 300; i++) {
      hash.add(row);
      seen.add(hash.contentDigest());
    }
    assertThat(seen).doesNotHaveDuplicates();
  }

  /** 65,536 copies bring every lane back to where it was; the row count still tells. */
  @Test
  void evenAFullTurnOfTheLanesIsSeenInTheCount() {
    LtHash turned = hash(List.of("row".getBytes(StandardCharsets.UTF_8)));
    for (int i = 0; i < 16; i++) {
      turned.merge(LtHash.fromState(turned.state()));
    }

    assertThat(turned.rows()).isEqualTo(65_536);
    assertThat(turned.contentDigest()).isNotEqualTo(new LtHash().contentDigest());
  }

  /** Lane by lane with big integers: the packed addition must never carry across lanes. */
  @Test
  void lanesAreAddedModulo65536() {
    Random random = new Random(5);
    LtHash sum = new LtHash();
    int[] expected = new int[1024];
    for (byte[] row : rows(random, 100)) {
      byte[] lanes = hash(List.of(row)).state();
      for (int i = 0; i < 1024; i++) {
        int lane = lanes[2 * i] & 0xFF | (lanes[2 * i + 1] & 0xFF) << 8;
        expected[i] =
            BigInteger.valueOf(expected[i])
                .add(BigInteger.valueOf(lane))
                .mod(BigInteger.valueOf(65_536))
                .intValue();
      }
      sum.add(row);
    }
    byte[] state = sum.state();
    for (int i = 0; i < 1024; i++) {
      assertThat(state[2 * i] & 0xFF | (state[2 * i + 1] & 0xFF) << 8).isEqualTo(expected[i]);
    }
  }

  /** Approved digests must not change with a new version. The value was also made with OpenSSL. */
  @Test
  void knownRowsKeepTheirDigest() {
    LtHash hash = hash(List.of(new byte[] {1, 2, 3}, "row".getBytes(StandardCharsets.UTF_8)));

    assertThat(new LtHash().contentDigest())
        .isEqualTo("sha256:d5fe696dc1aa5c0a800bf800ce8fc6e26ab622c7dd7de4b9fd0c304fe4036256");
    assertThat(hash.contentDigest())
        .isEqualTo("sha256:e9ae689654f0df8d17c21261e9e30149cbc4c1c41a0068c1d81a1e6d8f609210");
  }

  @Test
  void aStateOfTheWrongLengthIsRefused() {
    assertThatThrownBy(() -> LtHash.fromState(new byte[2048]))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("2048");
  }

  private static LtHash hash(List<byte[]> rows) {
    LtHash hash = new LtHash();
    rows.forEach(hash::add);
    return hash;
  }

  private static List<byte[]> rows(Random random, int n) {
    List<byte[]> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      byte[] row = new byte[1 + random.nextInt(300)];
      random.nextBytes(row);
      rows.add(row);
    }
    return rows;
  }
}
