package dev.sluice.dlp.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.sluice.dlp.scan.CharSet;
import dev.sluice.dlp.scan.Regex;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * RE2 takes the first alternative that matches, and a rule's boundary then refuses one that ends
 * inside a word. So whatever a pattern can make as a whole must also be matched as a whole.
 */
class PatternOrderTest {

  private static final int SAMPLES = 100;

  @Test
  void no_alternative_hides_a_longer_one() {
    List<String> hidden =
        RulePacks.builtin().stream()
            .flatMap(pack -> pack.rules().stream())
            .filter(rule -> rule.boundary() != Boundary.NONE)
            .filter(rule -> rule.patterns().stream().anyMatch(PatternOrderTest::stopsShort))
            .map(Rule::id)
            .toList();

    assertThat(hidden).isEmpty();
  }

  @Test
  void a_hidden_alternative_would_be_noticed() {
    assertThat(stopsShort("[a-z]\\d{3}|[a-z]\\d{3}[a-z]")).isTrue();
    assertThat(stopsShort("[a-z]\\d{3}[a-z]|[a-z]\\d{3}")).isFalse();
  }

  private static boolean stopsShort(String pattern) {
    Samples samples = new Samples(new Random(pattern.hashCode()));
    Pattern compiled = Pattern.compile(pattern);
    return Regex.parse(pattern).stream()
        .anyMatch(
            regex -> {
              for (int i = 0; i < SAMPLES; i++) {
                if (endsInsideWord(compiled, regex.visit(samples))) {
                  return true;
                }
              }
              return false;
            });
  }

  private static boolean endsInsideWord(Pattern pattern, String sample) {
    Matcher matcher = pattern.matcher(sample);
    return matcher.groupCount() == 0
        && matcher.lookingAt()
        && matcher.end() > 0
        && matcher.end() < sample.length()
        && CharSet.WORD.contains(sample.charAt(matcher.end() - 1))
        && CharSet.WORD.contains(sample.charAt(matcher.end()));
  }

  /** Texts that a pattern can make. */
  private record Samples(Random random) implements Regex.Visitor<String> {

    @Override
    public String chars(CharSet set) {
      for (int i = 0; i < 500; i++) {
        char c = (char) (' ' + random.nextInt('~' - ' ' + 1));
        if (set.contains(c)) {
          return String.valueOf(c);
        }
      }
      return set.contains('\n') ? "\n" : "é";
    }

    @Override
    public String sequence(List<Regex> parts) {
      StringBuilder text = new StringBuilder();
      parts.forEach(part -> text.append(part.visit(this)));
      return text.toString();
    }

    @Override
    public String choice(List<Regex> options) {
      return options.get(random.nextInt(options.size())).visit(this);
    }

    @Override
    public String repeat(Regex.Repeat repeat) {
      int most = repeat.min() + 6;
      int max = repeat.max() < 0 ? most : Math.min(most, repeat.max());
      int times = repeat.min() + random.nextInt(max - repeat.min() + 1);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < times; i++) {
        text.append(repeat.of().visit(this));
      }
      return text.toString();
    }

    @Override
    public String group(Regex.Group group) {
      return group.of().visit(this);
    }

    @Override
    public String look(Regex.Look look) {
      return "";
    }
  }
}
