package dev.sluice.dlp.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.dlp.scan.ExactProgram;
import dev.sluice.dlp.scan.SpanSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The exact program tells the spans that RE2J tells: of matches and of every group in them. */
class ExactSearchTest {
  private static final long SEED = Long.getLong("sluice.equality.seed", 1);
  private static final int ROUNDS = Integer.getInteger("sluice.equality.rounds", 1);
  private static final int MOST_FINDS = 40;

  private final Random random = new Random(SEED);

  @Test
  void ofEveryRulesPatternsTheSpansAreThoseOfRe2() {
    List<Rule> rules = RulePacks.builtin().stream().flatMap(p -> p.rules().stream()).toList();
    TextGenerator texts = new TextGenerator(SEED, rules);
    int compared = 0;
    for (Rule rule : rules) {
      for (String pattern : rule.patterns()) {
        for (int i = 0; i < 40 * ROUNDS; i++) {
          compared += compare(rule.id(), pattern, texts.next());
        }
        for (var example : rule.examples()) {
          compared += compare(rule.id(), pattern, example.text());
        }
      }
    }
    assertThat(compared).isGreaterThan(1_000);
  }

  @Test
  void mostRulesHaveAnExactProgram() {
    List<String> patterns =
        RulePacks.builtin().stream()
            .flatMap(p -> p.rules().stream())
            .flatMap(r -> r.patterns().stream())
            .toList();
    long exact = patterns.stream().filter(p -> ExactProgram.of(p).isPresent()).count();

    assertThat(exact * 100 / patterns.size()).as("per cent of the patterns").isGreaterThan(90);
  }

  @Test
  void ofRandomPatternsTheSpansAreThoseOfRe2() {
    int compared = 0;
    for (int i = 0; i < 4_000 * ROUNDS; i++) {
      String pattern = regex(3);
      for (int k = 0; k < 8; k++) {
        compared += compare(pattern, pattern, text());
      }
    }
    assertThat(compared).isGreaterThan(10_000);
  }

  @Test
  void aPatternThatBacktracksForeverElsewhereIsSearchedInLinearTime() {
    ExactProgram program = ExactProgram.of("(?:a+)+(?:a+)+b").orElseThrow();
    String text = "a".repeat(20_000);
    assertThat(program.over(text, 0, text.length()).find(0)).isFalse();
  }

  @Test
  void inALongTextAPatternOfBoundedLengthIsSearchedExactlyToo() {
    String text = ("a:b1-".repeat(30) + " 12:34:56 ").repeat(2_000);
    String pattern = "(?:^|[^:\\w])((?:[0-9a-f]{1,4}:){2,7}[0-9a-f]{1,4})";
    assertThat(text.length()).isGreaterThan(300_000);
    assertThat(compare("times", pattern, text)).isEqualTo(MOST_FINDS);
  }

  @Test
  void whatIsNotExactIsLeftToRe2() {
    assertThat(ExactProgram.of("\\p{Lu}+")).isEmpty();
    assertThat(ExactProgram.of("(?m)^a$")).isEmpty();
    assertThat(ExactProgram.of("(?:a*)*")).isEmpty();
    assertThat(ExactProgram.of("(?:abc){900}")).isEmpty();
    ExactProgram program = ExactProgram.of("a.b").orElseThrow();
    assertThat(program.fits("aéb", 0, 3)).isFalse();
    assertThat(ExactProgram.of("a*b").orElseThrow().fits("a".repeat(300_000), 0, 300_000))
        .isFalse();
    assertThatThrownBy(() -> Pattern.compile("a**")).isInstanceOf(RuntimeException.class);
  }

  /** How many matches were compared. */
  private static int compare(String name, String pattern, String text) {
    Optional<ExactProgram> program = ExactProgram.of(pattern);
    if (program.isEmpty() || !program.get().fits(text, 0, text.length())) {
      return 0;
    }
    List<List<Integer>> expected =
        spans(new Re2Search(Pattern.compile(pattern).matcher(text)), text);
    List<List<Integer>> actual = spans(program.get().over(text, 0, text.length()), text);
    assertThat(actual.equals(expected)).as("spans of %s", name).isTrue();
    return expected.size();
  }

  private static List<List<Integer>> spans(SpanSearch search, String text) {
    List<List<Integer>> all = new ArrayList<>();
    int from = 0;
    while (all.size() < MOST_FINDS && from <= text.length() && search.find(from)) {
      List<Integer> spans = new ArrayList<>();
      for (int g = 0; g <= search.groups(); g++) {
        spans.add(search.start(g));
        spans.add(search.end(g));
      }
      all.add(spans);
      from = search.start(0) + 1;
    }
    return all;
  }

  private String regex(int depth) {
    if (depth == 0) {
      return pick("a", "b", "1", "[ab]", "[^a]", "\\d", "\\w", ".", "-", "(?i:a)", "\\b", "ab");
    }
    return switch (random.nextInt(9)) {
      case 0 -> regex(depth - 1) + regex(depth - 1);
      case 1 -> regex(depth - 1) + regex(depth - 1) + regex(depth - 1);
      case 2 -> "(?:" + regex(depth - 1) + "|" + regex(depth - 1) + ")";
      case 3 -> "(" + regex(depth - 1) + ")";
      case 4 -> "(" + regex(depth - 1) + "|" + regex(depth - 1) + ")";
      case 5 -> "(?:" + regex(depth - 1) + ")" + pick("?", "??", "{2}", "{1,3}", "{1,3}?");
      case 6 -> "(?:" + regex(depth - 1) + ")" + pick("*", "+", "*?", "+?", "{2,}");
      case 7 -> pick("^", "", "\\B") + regex(depth - 1) + pick("$", "", "");
      default -> pick("a", "[a1]", ".", "\\w") + pick("*", "+", "*?", "{0,2}", "{2,}?", "{1,2}?");
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(14); i > 0; i--) {
      text.append(pick("a", "a", "b", "A", "1", "-", " ", "\n"));
    }
    return text.toString();
  }

  private String pick(String... some) {
    return some[random.nextInt(some.length)];
  }
}
