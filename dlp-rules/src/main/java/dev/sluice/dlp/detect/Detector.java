package dev.sluice.dlp.detect;

import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.rules.RulePack;
import dev.sluice.dlp.scan.CharSet;
import dev.sluice.dlp.scan.PatternFilter;
import dev.sluice.dlp.scan.Regex;
import dev.sluice.dlp.scan.Spots;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

  private static final int MOST_SEEN_NAMES = 8_192;

  /** From there on it pays to know where in a text a pattern may match. */
  private static final int LONG_TEXT = 256;

  /** Stands for patterns the filter does not know; nothing matches it. */
  private static final Regex NEVER = new Regex.Chars(CharSet.NONE);

  /** Below it patterns are loose, and would blow up the automaton of the others. */
  private static final double STRONG = 0.5;

  private final List<CompiledRule> rules;
  private final List<ContextWords> contexts;
  private final double leastScore;
  private final KeywordIndex keywords;
  private final KeywordIndex leads;
  private final int longestLead;
  private final KeywordIndex contextWords;
  private final PatternFilter strong;
  private final PatternFilter weak;
  private final BitSet withKeywords = new BitSet();
  private final BitSet unfiltered = new BitSet();
  private final BitSet needEvidence = new BitSet();
  private final BitSet nameReaders = new BitSet();
  private final BitSet leadReaders = new BitSet();
  private final boolean companions;
  private final FieldNameIndex fieldNames = new FieldNameIndex();
  private final FieldNameIndex exceptFields = new FieldNameIndex();

  /** Traffic repeats its names; what they say never changes. */
  private final Map<ValueContext, Names> seenNames = new ConcurrentHashMap<>();

  private Detector(List<Rule> rules, double leastScore) {
    this.rules =
        IntStream.range(0, rules.size()).mapToObj(i -> new CompiledRule(rules.get(i), i)).toList();
    this.contexts = this.rules.stream().map(CompiledRule::contextWords).toList();
    this.leastScore = leastScore;
    KeywordIndex.Builder builder = new KeywordIndex.Builder();
    KeywordIndex.Builder leadBuilder = new KeywordIndex.Builder();
    KeywordIndex.Builder contextBuilder = new KeywordIndex.Builder();
    List<Regex> strongPatterns = new ArrayList<>();
    List<Regex> weakPatterns = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      int index = i;
      boolean looksBack = !rule.lead().isNone() && !rule.keywords().isEmpty();
      leadReaders.set(index, looksBack);
      rule.keywords().forEach(k -> (looksBack ? leadBuilder : builder).add(k, index));
      rule.fieldNames().forEach(n -> fieldNames.add(n, index));
      rule.exceptFields().forEach(n -> exceptFields.add(n, index));
      withKeywords.set(index, !looksBack && !rule.keywords().isEmpty());
      nameReaders.set(index, rule.foreign().readsNames());
      boolean evidence = needsEvidence(rule);
      needEvidence.set(index, evidence);
      if (evidence) {
        contexts.get(i).firstWords().forEach(w -> contextBuilder.add(w, index));
      }
      Optional<Regex> syntax = this.rules.get(i).syntax();
      unfiltered.set(index, !evidence && !looksBack && syntax.isEmpty());
      boolean filtered = !evidence && !looksBack && syntax.isPresent();
      strongPatterns.add(filtered && rule.score() >= STRONG ? syntax.get() : NEVER);
      weakPatterns.add(filtered && rule.score() < STRONG ? syntax.get() : NEVER);
    }
    this.companions = rules.stream().anyMatch(Companions::concern);
    this.strong = PatternFilter.of(strongPatterns);
    this.weak = PatternFilter.of(weakPatterns);
    this.keywords = builder.build();
    this.leads = leadBuilder.build();
    this.longestLead = rules.stream().mapToInt(r -> r.lead().within()).max().orElse(0);
    this.contextWords = contextBuilder.build();
  }

  /** Whether nothing can come of the rule without a name or word that speaks for it. */
  private boolean needsEvidence(Rule rule) {
    boolean ofNames = rule.isFieldOnly() && !rule.fieldNames().isEmpty();
    return ofNames || rule.score() < leastScore || rule.score() == 0;
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
    return sorted(companions ? Companions.reported(text, found) : found);
  }

  private void run(
      String text, ValueContext context, @Nullable BitSet only, List<Candidate> found) {
    Names names = names(context);
    Spots spots = text.length() < LONG_TEXT ? null : new Spots(rules.size());
    BitSet possible = possible(text, names, spots);
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

  /** Rules whose pattern may match, or that have evidence, and whose keyword is there. */
  private BitSet possible(String text, Names names, @Nullable Spots spots) {
    BitSet possible = evidence(text, spots);
    possible.or(names.lifted());
    possible.or(names.spoken());
    possible.and(needEvidence);
    strong.mark(text, possible, spots);
    weak.mark(text, possible, spots);
    possible.or(unfiltered);
    markLeads(text, names, possible, spots);
    if (possible.intersects(withKeywords)) {
      BitSet absent = new BitSet();
      keywords.mark(text, absent);
      absent.flip(0, rules.size());
      absent.and(withKeywords);
      possible.andNot(absent);
    }
    return possible;
  }

  /** Of the rules that look before their match, those stay or come in that have a keyword. */
  private void markLeads(String text, Names names, BitSet possible, @Nullable Spots spots) {
    BitSet led = new BitSet();
    leads.mark(text, led, spots, 0, longestLead);
    led.or(names.keyworded());
    BitSet without = (BitSet) leadReaders.clone();
    without.andNot(led);
    possible.andNot(without);
    BitSet strongEnough = (BitSet) led.clone();
    strongEnough.andNot(needEvidence);
    possible.or(strongEnough);
    if (spots != null) {
      led.stream()
          .filter(r -> needEvidence.get(r) || names.keyworded().get(r))
          .forEach(spots::forget);
    }
  }

  /** Rules one of whose context words may stand in the text; accents hide words, so then all. */
  private BitSet evidence(String text, @Nullable Spots spots) {
    BitSet nearby = new BitSet();
    boolean accents =
        contextWords.mark(text, nearby, spots, ContextWords.AFTER, ContextWords.BEFORE);
    if (accents) {
      nearby.or(needEvidence);
      if (spots != null) {
        needEvidence.stream().forEach(spots::forget);
      }
    }
    return nearby;
  }

  private Names names(ValueContext context) {
    Names known = seenNames.get(context);
    if (known != null) {
      return known;
    }
    Names names = read(context);
    if (seenNames.size() < MOST_SEEN_NAMES) {
      seenNames.put(context, names);
    }
    return names;
  }

  private Names read(ValueContext context) {
    return Names.of(context, fieldNames, exceptFields, contexts, this::keyworded);
  }

  private BitSet keyworded(String lead) {
    BitSet rules = new BitSet();
    leads.mark(lead, rules);
    return rules;
  }

  /** The slow reference: every rule's patterns over the whole text, keywords sought one by one. */
  List<Candidate> detectNaively(String text, ValueContext context) {
    Names names = read(context);
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

  private List<Candidate> sorted(List<Candidate> found) {
    return found.isEmpty()
        ? List.of()
        : found.stream().filter(c -> c.score() >= leastScore).distinct().sorted(IN_ORDER).toList();
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
