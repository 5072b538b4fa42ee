package dev.sluice.dlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.keys.KeyRing;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class KeyedShareTest {
  private static final KeyRing KEYS = KeyRing.random();
  private static final List<String> NAMES =
      IntStream.range(0, 20_000).mapToObj(i -> "name-" + i).toList();

  private static List<String> picked(KeyRing keys, String purpose, double share) {
    KeyedShare picks = new KeyedShare(keys, purpose);
    return NAMES.stream().filter(name -> picks.contains(share, name)).toList();
  }

  @Test
  void aShareIsAsLargeAsAskedAndWithinEveryLargerOne() {
    List<String> tenth = picked(KEYS, "a", 0.1);

    assertThat(tenth).hasSizeBetween(1_800, 2_200);
    assertThat(picked(KEYS, "a", 0.3)).containsAll(tenth);
    assertThat(picked(KEYS, "a", 0)).isEmpty();
    assertThat(picked(KEYS, "a", 1)).hasSameSizeAs(NAMES);
  }

  @Test
  void purposesAndKeysPickIndependently() {
    List<String> one = picked(KEYS, "a", 0.1);

    for (List<String> other : List.of(picked(KEYS, "b", 0.1), picked(KeyRing.random(), "a", 0.1))) {
      assertThat(other.stream().filter(one::contains).count()).isBetween(120L, 290L);
    }
    assertThat(picked(KEYS, "a", 0.1)).isEqualTo(one);
  }
}
