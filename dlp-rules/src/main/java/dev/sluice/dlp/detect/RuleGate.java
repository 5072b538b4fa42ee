package dev.sluice.dlp.detect;

import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.scan.PatternFilter;
import dev.sluice.dlp.scan.Regex;
import dev.sluice.dlp.scan.RegexFacts;
import dev.sluice.dlp.scan.Spots;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says in one pass over a text which rules can find something in it: those whose pattern may match,
 * and of those that need a keyword, a lead or other evidence the ones that have it. It may name a
 * rule that finds nothing, never leave out one that does. Immutable and thread-safe.
 */
final class RuleGate {

  /** Characters behind a word after which the filter may tell of it. */
  private static final int LATE = 3;

  private final int longestLead;
  private final PatternFilter filter;
  private final List<Word> words = new ArrayList<>();
  private final BitSet withKeywords = new BitSet();
  private final BitSet unfiltered = new BitSet();
  private final BitSet needEvidence = new BitSet();
  private final BitSet leadReaders = new BitSet();

  /** Rules that never reach the score that counts. */
  private final BitSet useless = new BitSet();

  /** Rules with a context word that is not of ASCII letters. */
  private final BitSet beyondAscii = new BitSet();

  /** The keywords of rules that need one somewhere in the text. */
  private final KeywordIndex keywords;

  /** A word and the rules it leads to, or speaks for. */
  private record Word(BitSet lead, BitSet context) {
    Word() {
      this(new BitSet(), new BitSet());
    }
  }

  /** For each rule what is true of its matches. */
  private final List<List<RegexFacts>> anywhere;

  /** The same of all rules that a word brings in. */
  private final List<List<RegexFacts>> wordsAnywhere;

  /** Both without the rules that do not apply to fields of bodies. */
  private final List<List<RegexFacts>> inBodies;

  private final List<List<RegexFacts>> wordsInBodies;

  RuleGate(List<CompiledRule> rules, double leastScore) {
    PatternFilter.Builder patterns = new PatternFilter.Builder();
    Map<String, Word> byText = new HashMap<>();
    Map<String, Word> contexts = new HashMap<>();
    KeywordIndex.Builder keywordsOf = new KeywordIndex.Builder();
    for (int i = 0; i < rules.size(); i++) {
      if (isOfNoUse(rules.get(i).rule(), leastScore)) {
        useless.set(i);
        continue;
      }
      add(rules.get(i), i, leastScore, patterns, byText, contexts);
      if (withKeywords.get(i)) {
        int rule = i;
        rules.get(i).rule().keywords().forEach(k -> keywordsOf.add(k, rule));
      }
    }
    this.keywords = keywordsOf.build();
    byText.forEach(
        (text, word) -> {
          patterns.part(text, words.size());
          words.add(word);
        });
    contexts.forEach(
        (text, word) -> {
          patterns.word(text, words.size());
          words.add(word);
        });
    this.filter = patterns.build();
    this.anywhere = rules.stream().map(CompiledRule::facts).toList();
    this.wordsAnywhere = words.stream().map(w -> factsOf(w, anywhere)).toList();
    this.inBodies = rules.stream().map(RuleGate::factsInBodies).toList();
    this.wordsInBodies = words.stream().map(w -> factsOf(w, inBodies)).toList();
    this.longestLead = rules.stream().mapToInt(r -> r.rule().lead().within()).max().orElse(0);
  }

  private void add(
      CompiledRule compiled,
      int index,
      double leastScore,
      PatternFilter.Builder patterns,
      Map<String, Word> byText,
      Map<String, Word> contexts) {
    Rule rule = compiled.rule();
    boolean looksBack = !rule.lead().isNone() && !rule.keywords().isEmpty();
    boolean evidence = needsEvidence(rule, leastScore);
    leadReaders.set(index, looksBack);
    needEvidence.set(index, evidence);
    withKeywords.set(index, !looksBack && !rule.keywords().isEmpty());
    if (looksBack) {
      rule.keywords().forEach(k -> word(byText, k).lead().set(index));
    }
    if (evidence) {
      compiled.contextWords().firstWords().forEach(w -> word(contexts, w).context().set(index));
      beyondAscii.set(index, compiled.contextWords().isBeyondAscii());
    }
    Optional<Regex> syntax = compiled.syntax();
    if (!evidence && !looksBack) {
      unfiltered.set(index, syntax.isEmpty());
      syntax.ifPresent(s -> patterns.pattern(s, index));
    }
  }

  /** Whether not even evidence lifts the rule to the score that counts. */
  private static boolean isOfNoUse(Rule rule, double leastScore) {
    return Math.max(rule.score(), rule.contextScore()) < leastScore && !Companions.concern(rule);
  }

  private static Word word(Map<String, Word> byText, String text) {
    return byText.computeIfAbsent(KeywordIndex.folded(text), t -> new Word());
  }

  /** Whether nothing can come of the rule without a name or word that speaks for it. */
  private static boolean needsEvidence(Rule rule, double leastScore) {
    boolean ofNames = rule.isFieldOnly() && !rule.fieldNames().isEmpty();
    return ofNames || rule.score() < leastScore || rule.score() == 0;
  }

  /** What one pass over a text told. */
  private final class Pass implements PatternFilter.Hits {
    private final @Nullable Spots spots;
    private final BitSet matching = new BitSet();
    private final BitSet led = new BitSet();
    private final BitSet spoken = new BitSet();

    // by lane: patterns that end from there to there, not yet noted
    private final int[] @Nullable [] ending = new int[PatternFilter.LANES][];
    private final int[] from = new int[PatternFilter.LANES];
    private final int[] to = new int[PatternFilter.LANES];

    Pass(@Nullable Spots spots) {
      this.spots = spots;
    }

    /** One pass. */
    Pass over(byte[] units) {
      filter.scan(units, this);
      for (int lane = 0; lane < ending.length; lane++) {
        note(lane);
      }
      return this;
    }

    @Override
    public void patterns(int[] rules, int lane, int at) {
      if (ending[lane] == rules && at == to[lane] + 1) {
        to[lane] = at;
        return;
      }
      note(lane);
      ending[lane] = rules;
      from[lane] = at;
      to[lane] = at;
    }

    private void note(int lane) {
      int[] rules = ending[lane];
      if (rules == null) {
        return;
      }
      for (int rule : rules) {
        matching.set(rule);
        if (spots != null) {
          spots.addEnds(rule, from[lane], to[lane]);
        }
      }
    }

    @Override
    public void word(int number, int at) {
      Word word = words.get(number);
      led.or(word.lead());
      spoken.or(word.context());
      if (spots != null) {
        around(word.lead(), at, at + longestLead, spots);
        around(word.context(), at - LATE - ContextWords.AFTER, at + ContextWords.BEFORE, spots);
      }
    }

    @Override
    public boolean needsAll() {
      return spots != null;
    }

    private void around(BitSet rules, int from, int to, Spots spots) {
      for (int r = rules.nextSetBit(0); r >= 0; r = rules.nextSetBit(r + 1)) {
        spots.addAround(r, from, to);
      }
    }
  }

  /**
   * The rules that can find something.
   *
   * @param units of the text, as the filter reads them
   * @param names what the names above the text say
   * @param spots told where they can, if there is one
   */
  BitSet possible(String text, byte[] units, Names names, @Nullable Spots spots) {
    Pass pass = new Pass(spots).over(units);
    BitSet possible = pass.spoken;
    if (!beyondAscii.isEmpty() && !NameWords.isAscii(text)) {
      addBeyondAscii(text, possible, spots);
    }
    possible.or(names.lifted());
    possible.or(names.spoken());
    possible.and(needEvidence);
    possible.or(pass.matching);
    possible.or(unfiltered);
    addLed(pass.led, names, possible, spots);
    if (possible.intersects(withKeywords)) {
      BitSet present = new BitSet();
      keywords.mark(text, present);
      BitSet absent = (BitSet) withKeywords.clone();
      absent.andNot(present);
      possible.andNot(absent);
    }
    return possible;
  }

  /** Accents hide words, and some words are not of ASCII letters; then nobody knows where. */
  private void addBeyondAscii(String text, BitSet possible, @Nullable Spots spots) {
    BitSet heard = (BitSet) beyondAscii.clone();
    filter.scan(
        PatternFilter.units(NameWords.withoutAccents(text)),
        new PatternFilter.Hits() {
          @Override
          public void patterns(int[] patterns, int lane, int at) {
            // the text with its accents tells
          }

          @Override
          public void word(int word, int at) {
            heard.or(words.get(word).context());
          }
        });
    possible.or(heard);
    if (spots != null) {
      heard.stream().forEach(spots::forget);
    }
  }

  /** Of the rules that look before their match, those stay or come in that have a keyword. */
  private void addLed(BitSet led, Names names, BitSet possible, @Nullable Spots spots) {
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

  /** Rules that look before their match and have a keyword in the text. */
  BitSet led(String text) {
    return new Pass(null).over(PatternFilter.units(text)).led;
  }

  private static List<RegexFacts> factsInBodies(CompiledRule rule) {
    return rule.rule().appliesTo(Place.BODY_FIELD) ? rule.facts() : List.of();
  }

  private static List<RegexFacts> factsOf(Word word, List<List<RegexFacts>> facts) {
    BitSet brought = (BitSet) word.lead().clone();
    brought.or(word.context());
    return brought.stream().boxed().flatMap(r -> facts.get(r).stream()).distinct().toList();
  }

  /**
   * Whether a rule may find something in a field of a body, its names and {@link #always} apart;
   * never false where {@link #possible} names a rule for what the text says.
   */
  boolean mayFind(byte[] utf8, int from, int to) {
    Glance glance = new Glance(new Runs.Utf8(utf8, from, to), inBodies, wordsInBodies);
    filter.scan(utf8, from, to, glance);
    return glance.found;
  }

  /** The same for any place, and with what the names above the text say. */
  boolean mayFind(String text, byte[] units, Fields.Field field) {
    if (!beyondAscii.isEmpty() && !NameWords.isAscii(text)) {
      return true;
    }
    if (!field.asked().isEmpty() && field.mayHold(TextFacts.of(text))) {
      return true;
    }
    Glance glance = new Glance(new Runs.Text(text), anywhere, wordsAnywhere);
    filter.scan(units, glance);
    return glance.found;
  }

  /** Looks out for the first rule that the characters of the text do not rule out. */
  private static final class Glance implements PatternFilter.Hits {
    private final Runs text;
    private final List<List<RegexFacts>> rules;
    private final List<List<RegexFacts>> words;
    private boolean found;

    Glance(Runs text, List<List<RegexFacts>> rules, List<List<RegexFacts>> words) {
      this.text = text;
      this.rules = rules;
      this.words = words;
    }

    @Override
    public void patterns(int[] patterns, int lane, int at) {
      for (int rule : patterns) {
        found |= mayHold(rules.get(rule));
      }
    }

    @Override
    public void word(int word, int at) {
      found |= mayHold(words.get(word));
    }

    private boolean mayHold(List<RegexFacts> some) {
      for (int i = 0; i < some.size(); i++) {
        if (text.mayHold(some.get(i))) {
          return true;
        }
      }
      return false;
    }

    @Override
    public boolean needsAll() {
      return false;
    }

    @Override
    public boolean isDone() {
      return found;
    }
  }

  /** The rules that names alone bring in. */
  BitSet asked(Names names) {
    BitSet asked = (BitSet) names.lifted().clone();
    asked.or(names.spoken());
    asked.and(needEvidence);
    asked.or(names.keyworded());
    asked.andNot(names.silenced());
    asked.andNot(useless);
    return asked;
  }

  /** The rules that must always be tried. */
  BitSet always() {
    return (BitSet) unfiltered.clone();
  }

  /** Whether words beyond ASCII may bring in rules. */
  boolean readsBeyondAscii() {
    return !beyondAscii.isEmpty();
  }

  int tableStates() {
    return filter.states();
  }
}
