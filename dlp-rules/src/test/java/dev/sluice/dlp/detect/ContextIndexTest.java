package dev.sluice.dlp.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.rules.RulePacks;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContextIndexTest {
  private static final List<ContextWords> RULES =
      RulePacks.builtin().stream()
          .flatMap(p -> p.rules().stream())
          .map(Rule::contextWords)
          .map(ContextWords::new)
          .toList();
  private static final List<String> WORDS =
      RULES.stream().flatMap(r -> r.words().stream()).map(String::strip).distinct().toList();

  private final ContextIndex index = new ContextIndex(RULES);

  @Test
  void theIndexTellsWhatEachRuleTells() {
    Random random = new Random(5);
    for (int i = 0; i < 5_000; i++) {
      String text = names(random);
      BitSet each = new BitSet();
      IntStream.range(0, RULES.size()).forEach(r -> each.set(r, RULES.get(r).in(text)));

      assertThat(index.in(text)).as(text).isEqualTo(each);
    }
  }

  private static String names(Random random) {
    StringBuilder text = new StringBuilder(" ");
    for (int n = random.nextInt(5); n > 0; n--) {
      String word = WORDS.get(random.nextInt(WORDS.size()));
      text.append(
          switch (random.nextInt(5)) {
            case 0 -> word + "s";
            case 1 -> word.substring(random.nextInt(word.length()));
            case 2 -> word.substring(0, 1 + random.nextInt(word.length()));
            default -> word;
          });
      text.append(' ');
    }
    return text.toString().replaceAll(" +", " ");
  }
}
