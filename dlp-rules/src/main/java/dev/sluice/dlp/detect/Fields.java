package dev.sluice.dlp.detect;

import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.scan.RegexFacts;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the names above values say to the rules. Traffic repeats its names, so each is read once.
 * Thread-safe; bounded.
 */
final class Fields {
  private static final int MOST_SEEN = 32_768;

  private final List<CompiledRule> rules;
  private final ContextIndex contexts;
  private final RuleGate gate;
  private final MuteNames mute;
  private final boolean readsNames;
  private final FieldNameIndex fieldNames = new FieldNameIndex();
  private final FieldNameIndex exceptFields = new FieldNameIndex();
  private final Map<Place, BitSet> elsewhere = new EnumMap<>(Place.class);
  private final Map<ValueContext, Field> seen = new ConcurrentHashMap<>();

  /** The same, with all names alike that say nothing. */
  private final Map<ValueContext, Field> heard = new ConcurrentHashMap<>();

  /**
   * What the names above a value say.
   *
   * @param anything whether some rule may find something in any value there
   * @param asked what is true of the matches of all other rules that the names bring in
   */
  record Field(Names names, boolean anything, List<RegexFacts> asked) {

    /** Whether the names bring in a rule that may match a text with these facts. */
    boolean mayHold(TextFacts text) {
      for (int i = 0; i < asked.size(); i++) {
        if (text.mayHold(asked.get(i))) {
          return true;
        }
      }
      return false;
    }
  }

  Fields(List<CompiledRule> rules, RuleGate gate, MuteNames mute) {
    this.rules = rules;
    this.gate = gate;
    this.mute = mute;
    this.contexts = new ContextIndex(rules.stream().map(CompiledRule::contextWords).toList());
    this.readsNames = rules.stream().anyMatch(r -> r.rule().foreign().readsNames());
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i).rule();
      int index = i;
      rule.fieldNames().forEach(n -> fieldNames.add(n, index));
      rule.exceptFields().forEach(n -> exceptFields.add(n, index));
    }
    for (Place place : Place.values()) {
      BitSet others = new BitSet();
      for (int i = 0; i < rules.size(); i++) {
        others.set(i, !rules.get(i).rule().appliesTo(place));
      }
      elsewhere.put(place, others);
    }
  }

  /** What the names say; remembered. */
  Field of(ValueContext context) {
    Field known = seen.get(context);
    if (known != null) {
      return known;
    }
    ValueContext heardOf = heard(context);
    Field read = heard.get(heardOf);
    if (read == null) {
      read = read(heardOf);
      remember(heardOf, read, heard);
    }
    Field field = new Field(read.names().withLead(context), read.anything(), read.asked());
    remember(context, field, seen);
    return field;
  }

  private static void remember(ValueContext context, Field field, Map<ValueContext, Field> in) {
    if (in.size() < MOST_SEEN) {
      in.put(context, field);
    }
  }

  /** The context with the mute names all alike, so that fields that say the same are read once. */
  private ValueContext heard(ValueContext context) {
    return new ValueContext(
        context.place(), mute.heard(context.fieldName()), mute.heardAbove(context.parentNames()));
  }

  private Field read(ValueContext context) {
    Names names = names(context);
    BitSet asked = gate.asked(names);
    asked.or(gate.always());
    asked.andNot(elsewhere.getOrDefault(context.place(), new BitSet()));
    boolean anything = readsNames || asked.stream().anyMatch(r -> isForAny(rules.get(r)));
    List<RegexFacts> facts =
        asked.stream().boxed().flatMap(r -> rules.get(r).facts().stream()).distinct().toList();
    return new Field(names, anything, facts);
  }

  private static boolean isForAny(CompiledRule rule) {
    return rule.rule().isFieldOnly() || rule.syntax().isEmpty();
  }

  /** What the names say, read anew. */
  Names names(ValueContext context) {
    return Names.of(context, fieldNames, exceptFields, contexts, gate::led);
  }
}
