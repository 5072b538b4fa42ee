package dev.sluice.dlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.Detector;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.rules.Example;
import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.dlp.transform.TransformContext;
import dev.sluice.dlp.transform.Transforms;
import dev.sluice.model.Capture;
import dev.sluice.model.InfoCategory;
import dev.sluice.model.SanitizedExchange;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first example of every built-in rule, from finding to second run. */
class EveryRuleTest {
  private static final Transforms T =
      Transforms.of(Captures.key(), VendorPrefixes.of(RulePacks.builtin()));
  private static final TransformContext X = TransformContext.of("ex-1");
  private static final Engine ENGINE = Captures.engine();

  /** A rule, and what its first example finds; prints as the rule's id. */
  record Case(Rule rule, Example example, Example.Span span) {
    String value() {
      return example.text().substring(span.start(), span.end());
    }

    String with(String value) {
      String text = example.text();
      return text.substring(0, span.start()) + value + text.substring(span.end());
    }

    @Override
    public String toString() {
      return rule.id();
    }
  }

  static List<Case> cases() {
    return RulePacks.builtin().stream()
        .flatMap(pack -> pack.rules().stream())
        .flatMap(EveryRuleTest::first)
        .toList();
  }

  static List<Case> tokenized() {
    return cases().stream()
        .filter(c -> c.rule().category() != InfoCategory.TIME)
        .filter(c -> Set.of("", "tokenize").contains(c.rule().transform()))
        .toList();
  }

  private static Stream<Case> first(Rule rule) {
    return rule.examples().stream()
        .filter(Example::mustMatch)
        .limit(1)
        .map(e -> new Case(rule, e, e.expected().get(0)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsExactlyItsValue(Case c) {
    assertThat(isFound(c.rule(), c.example().text(), c.example().context(), c.span())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("tokenized")
  void itsSurrogateIsDeterministicAnotherAndIsLeftAloneWhereItHasACheck(Case c) {
    String type = c.rule().infoType();
    String made = made(c);
    assertThat(made.equals(c.value())).isFalse();
    assertThat(made.equals(made(c))).isTrue();
    if (T.verifies(type, made)) {
      assertThat(T.apply("tokenize", type, made, X).equals(made)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void leavesNothingOfItInAnExchange(Case c) {
    SanitizedExchange once = Captures.pass(ENGINE, capture(c));
    boolean replaced =
        once.findings().stream()
            .anyMatch(f -> f.ruleId().equals(c.rule().id()) && !f.transform().equals("keep"));
    if (replaced && c.rule().category() != InfoCategory.TIME && c.value().length() >= 6) {
      assertThat(Captures.responseText(once).contains(c.value())).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void twoEnginesAndTwoRunsAgree(Case c) {
    assertThat(Captures.pass(ENGINE, capture(c)).equals(Captures.pass(ENGINE, capture(c))))
        .isTrue();
  }

  /**
   * A service that knows the credential by its form must know its surrogate. Those that do not keep
   * it are named here.
   */
  @Test
  void theSurrogateOfASecretIsFoundByItsOwnRule() {
    Set<String> lost = new TreeSet<>();
    for (Case c : tokenized()) {
      if (c.rule().category() == InfoCategory.SECRET || c.rule().infoType().equals("CRYPTO")) {
        String made = made(c);
        Example.Span span = new Example.Span(c.span().start(), c.span().start() + made.length());
        if (!isFound(c.rule(), c.with(made), c.example().context(), span)) {
          lost.add(c.rule().id());
        }
      }
    }
    assertThat(lost).isSubsetOf(FormsLost.RULES);
  }

  private static String made(Case c) {
    TransformContext accepting = X.accepting(v -> RuleValidators.accept(c.rule(), v));
    return T.apply("tokenize", c.rule().infoType(), c.value(), accepting);
  }

  private static boolean isFound(Rule rule, String text, ValueContext context, Example.Span span) {
    List<Candidate> found = Detector.ofRules(List.of(rule)).detect(text, context);
    return found.stream().anyMatch(f -> f.start() == span.start() && f.end() == span.end());
  }

  /** The example in a JSON field of the name it asks for, below the names above it. */
  private static Capture capture(Case c) {
    ValueContext context = c.example().context();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put(context.fieldName().isEmpty() ? "text" : context.fieldName(), c.example().text());
    for (String parent : context.parentNames()) {
      ObjectNode above = JsonNodeFactory.instance.objectNode();
      above.set(parent, node);
      node = above;
    }
    return Captures.capture(Captures.get("https://s.example/x"), Captures.json(node.toString()));
  }
}
