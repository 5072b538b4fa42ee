package dev.sluice.dlp.detect;

import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.rules.RulePack;
import dev.sluice.dlp.scan.PatternFilter;
import dev.sluice.dlp.scan.Spots;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds candidates in single values. One pass over a text decides which patterns may match in it;
 * rules that need evidence wait for a name or word that speaks for them; only these run at all.
 * Immutable and thread-safe.
 */
public final class Detector {

  private static final Comparator<Candidate> IN_ORDER =
      Comparator.comparingInt(Candidate::start)
          .thenComparingInt(Candidate::end)
          .thenComparing(c -> c.rule().id());

  /** From there on it pays to know where in a text a pattern may match. */
  private static final int LONG_TEXT = 256;

  private final List<CompiledRule> rules;
  private final double leastScore;
  private final RuleGate gate;
  private final BitSet nameReaders = new BitSet();
  private final boolean companions;
  private final MuteNames mute;
  private final Fields fields;

  private Detector(List<Rule> rules, double leastScore) {
    this.rules =
        IntStream.range(0, rules.size()).mapToObj(i -> new CompiledRule(rules.get(i), i)).toList();
    this.leastScore = leastScore;
    for (int i = 0; i < rules.size(); i++) {
      nameReaders.set(i, rules.get(i).foreign().readsNames());
    }
    this.companions = rules.stream().anyMatch(Companions::concern);
    this.gate = new RuleGate(this.rules, leastScore);
    this.mute = new MuteNames(this.rules);
    this.fields = new Fields(this.rules, gate, mute);
  }

  /** A detector of all rules of the packs. */
  public static Detector of(List<RulePack> packs) {
    return of(packs, 0);
  }

  /** A detector that only tells of candidates with at least that score (0 to 1). */
  public static Detector of(List<RulePack> packs, double leastScore) {
    return new Detector(packs.stream().flatMap(p -> p.rules().stream()).toList(), leastScore);
  }

  /** A detector of these rules. */
  public static Detector ofRules(List<Rule> rules) {
    return new Detector(rules, 0);
  }

  /**
   * All validated candidates, overlaps included, sorted by start, end and rule id. Time grows with
   * the length of the text, not faster.
   *
   * @param text the decoded value
   */
  public List<Candidate> detect(String text, ValueContext context) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<Candidate> found = new ArrayList<>();
    run(text, context, null, found);
    if (!nameReaders.isEmpty() && !context.fieldName().isEmpty()) {
      NamedText named = NamedText.of(context.fieldName(), text);
      List<Candidate> foundNamed = new ArrayList<>();
      run(named.text(), context, nameReaders, foundNamed);
      found.addAll(named.inValue(foundNamed));
    }
    return sorted(companions ? new ArrayList<>(Companions.reported(text, found)) : found);
  }

  private void run(
      String text, ValueContext context, @Nullable BitSet only, List<Candidate> found) {
    Fields.Field field = fields.of(context);
    boolean isLong = text.length() >= LONG_TEXT;
    byte[] units = PatternFilter.units(text);
    if (!isLong && !field.anything() && !gate.mayFind(text, units, field)) {
      return;
    }
    Names names = field.names();
    Spots spots = isLong ? new Spots(rules.size()) : null;
    BitSet possible = gate.possible(text, units, names, spots);
    if (only != null) {
      possible.and(only);
    }
    if (possible.isEmpty()) {
      return;
    }
    TextFacts facts = TextFacts.of(text);
    for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
      CompiledRule rule = rules.get(i);
      if (rule.rule().appliesTo(context.place())) {
        boolean named = names.lifted().get(i) || names.spoken().get(i);
        rule.detect(text, facts, named ? null : spots, names, found);
      }
    }
  }

  /** Says quickly where nothing can be found. */
  public Screen screen() {
    return new Screen(this, fields, gate, mute);
  }

  /** The slow reference: every rule's patterns over the whole text, keywords sought one by one. */
  List<Candidate> detectNaively(String text, ValueContext context) {
    Names names = fields.names(context);
    List<Candidate> found = new ArrayList<>();
    for (CompiledRule rule : rules) {
      boolean named = names.keyworded().get(rules.indexOf(rule));
      if (rule.rule().appliesTo(context.place()) && (named || holdsKeyword(text, rule.rule()))) {
        rule.detectNaively(text, names, found);
      }
    }
    return sorted(found);
  }

  private static boolean holdsKeyword(String text, Rule rule) {
    if (rule.keywords().isEmpty()) {
      return true;
    }
    String folded = fold(text);
    return rule.keywords().stream().anyMatch(k -> folded.contains(fold(k)));
  }

  private static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.chars().forEach(c -> folded.append((char) KeywordIndex.fold((char) c)));
    return folded.toString();
  }

  /** States of the automata made so far, for reports on memory. */
  public int tableStates() {
    return gate.tableStates();
  }

  private List<Candidate> sorted(List<Candidate> found) {
    found.removeIf(c -> c.score() < leastScore);
    if (found.size() < 2) {
      return List.copyOf(found);
    }
    found.sort(IN_ORDER);
    List<Candidate> distinct = new ArrayList<>(found.size());
    for (Candidate candidate : found) {
      if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals(candidate)) {
        distinct.add(candidate);
      }
    }
    return List.copyOf(distinct);
  }

  /**
   * The candidates that win where several overlap: higher score, then longer, then earlier; none
   * below the threshold. Where a field's name makes a whole value a finding, nothing smaller inside
   * it wins. Sorted by start, without overlaps.
   */
  public static List<Candidate> winners(List<Candidate> all, double threshold) {
    return Winners.of(all, threshold);
  }
}
