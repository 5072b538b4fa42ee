package dev.sluice.dlp.detect;

import dev.sluice.dlp.scan.RegexFacts;
import java.util.BitSet;
import java.util.List;

/**
 * Says of most values, without making a string of them, that nothing can be found in them.
 * Immutable and thread-safe.
 */
public final class Screen {
  private final RuleGate gate;
  private final List<CompiledRule> rules;
  private final Detector detector;

  Screen(Detector detector, RuleGate gate, List<CompiledRule> rules) {
    this.detector = detector;
    this.gate = gate;
    this.rules = rules;
  }

  /** What the names above a value say, read once for all values under them. */
  public static final class Field {
    private final boolean anything;
    private final List<RegexFacts> asked;

    private Field(boolean anything, List<RegexFacts> asked) {
      this.anything = anything;
      this.asked = asked;
    }
  }

  /** What those names say of values in fields of bodies. */
  public Field field(ValueContext context) {
    BitSet asked = gate.asked(detector.names(context));
    asked.or(gate.always());
    asked.andNot(elsewhere(Place.BODY_FIELD));
    boolean whole = detector.readsNames() || asked.stream().anyMatch(r -> isWhole(rules.get(r)));
    return new Field(
        whole, asked.stream().boxed().flatMap(r -> rules.get(r).facts().stream()).toList());
  }

  /** The rules that do not apply at that place. */
  private BitSet elsewhere(Place place) {
    BitSet elsewhere = new BitSet();
    for (int i = 0; i < rules.size(); i++) {
      elsewhere.set(i, !rules.get(i).rule().appliesTo(place));
    }
    return elsewhere;
  }

  private static boolean isWhole(CompiledRule rule) {
    return rule.rule().isFieldOnly() || rule.syntax().isEmpty();
  }

  /**
   * Whether something may be found in a value; false only if {@link Detector#detect} finds nothing.
   *
   * @param ascii whether it holds nothing else than ASCII
   */
  public boolean mayFind(byte[] utf8, int from, int to, boolean ascii, Field field) {
    if (field.anything || (!ascii && gate.readsBeyondAscii())) {
      return true;
    }
    if (!field.asked.isEmpty()) {
      TextFacts facts = TextFacts.of(utf8, from, to);
      for (RegexFacts asked : field.asked) {
        if (facts.mayHold(asked)) {
          return true;
        }
      }
    }
    return gate.mayFind(utf8, from, to);
  }
}
