package dev.sluice.dlp.detect;

import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.rules.RulePack;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds candidates in single values. One pass says which characters and keywords a text holds; only
 * rules that could match because of them run their patterns. Immutable and thread-safe.
 */
public final class Detector {

  private static final Comparator<Candidate> IN_ORDER =
      Comparator.comparingInt(Candidate::start)
          .thenComparingInt(Candidate::end)
          .thenComparing(c -> c.rule().id());

  private static final int MOST_SEEN_NAMES = 8_192;

  private final List<CompiledRule> rules;
  private final KeywordIndex keywords;
  private final KeywordIndex contextWords;
  private final BitSet withoutKeywords = new BitSet();
  private final BitSet nameReaders = new BitSet();
  private final BitSet leadReaders = new BitSet();
  private final boolean companions;
  private final FieldNameIndex fieldNames = new FieldNameIndex();
  private final FieldNameIndex exceptFields = new FieldNameIndex();

  /** Traffic repeats its names; what they say never changes. */
  private final Map<ValueContext, Names> seenNames = new ConcurrentHashMap<>();

  private Detector(List<Rule> rules) {
    List<CompiledRule> compiled = new ArrayList<>();
    KeywordIndex.Builder builder = new KeywordIndex.Builder();
    KeywordIndex.Builder contextBuilder = new KeywordIndex.Builder();
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      int index = i;
      CompiledRule one = new CompiledRule(rule, index);
      compiled.add(one);
      one.contextWords().firstWords().forEach(w -> contextBuilder.add(w, index));
      rule.keywords().forEach(k -> builder.add(k, index));
      withoutKeywords.set(index, rule.keywords().isEmpty());
      nameReaders.set(index, rule.foreign().readsNames());
      leadReaders.set(index, !rule.lead().isNone());
      rule.fieldNames().forEach(n -> fieldNames.add(n, index));
      rule.exceptFields().forEach(n -> exceptFields.add(n, index));
    }
    this.rules = List.copyOf(compiled);
    this.companions = rules.stream().anyMatch(Companions::concern);
    this.keywords = builder.build();
    this.contextWords = contextBuilder.build();
  }

  /** A detector of all rules of the packs. */
  public static Detector of(List<RulePack> packs) {
    return ofRules(packs.stream().flatMap(p -> p.rules().stream()).toList());
  }

  /** A detector of these rules. */
  public static Detector ofRules(List<Rule> rules) {
    return new Detector(rules);
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
    BitSet possible = (BitSet) withoutKeywords.clone();
    keywords.mark(text, possible);
    Names names = names(context);
    possible.or(names.keyworded());
    if (only != null) {
      possible.and(only);
    }
    TextFacts facts = TextFacts.of(text);
    BitSet nearby = contextPossible(text, facts);
    for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
      CompiledRule rule = rules.get(i);
      if (rule.rule().appliesTo(context.place())) {
        rule.detect(text, facts, names, nearby, found);
      }
    }
  }

  /** Rules one of whose context words may stand in the text; accents hide words, so then all. */
  private BitSet contextPossible(String text, TextFacts facts) {
    BitSet nearby = new BitSet();
    if (facts.characters().others()) {
      nearby.set(0, rules.size());
    } else {
      contextWords.mark(text, nearby);
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
    return Names.of(context, fieldNames, exceptFields, this::keyworded);
  }

  private BitSet keyworded(String lead) {
    BitSet rules = new BitSet();
    keywords.mark(lead, rules);
    rules.and(leadReaders);
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

  private static List<Candidate> sorted(List<Candidate> found) {
    return found.stream().distinct().sorted(IN_ORDER).toList();
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
