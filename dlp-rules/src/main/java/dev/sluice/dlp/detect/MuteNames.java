package dev.sluice.dlp.detect;

import dev.sluice.dlp.rules.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Names that say nothing to any rule, wherever they stand among the names above a value. Most names
 * are; values under them need not be told apart by them. Bounded; thread-safe.
 */
final class MuteNames {
  /** Stands for all names that say nothing: a word no rule is likely to listen to. */
  private static final String MUTE = "qqq";

  private static final int MOST_KNOWN = 20_000;
  private static final int LONGEST_KNOWN = 64;

  /** Words of context phrases. */
  private final Set<String> words = new HashSet<>();

  /** All field names that rules listen to, as they are compared, one behind the other. */
  private final String fieldNames;

  /** Parts of the keywords that may stand in the names before a value. */
  private final Set<String> leads = new HashSet<>();

  private final Map<String, Boolean> known = new ConcurrentHashMap<>();
  private final Map<String, Boolean> knownFar = new ConcurrentHashMap<>();

  MuteNames(List<CompiledRule> rules) {
    StringBuilder names = new StringBuilder();
    for (CompiledRule compiled : rules) {
      Rule rule = compiled.rule();
      compiled.contextWords().words().forEach(w -> words.addAll(List.of(w.strip().split(" "))));
      rule.fieldNames().forEach(n -> names.append(String.join("", NameWords.of(n))).append('\n'));
      rule.exceptFields().forEach(n -> names.append(String.join("", NameWords.of(n))).append('\n'));
      if (!rule.lead().isNone()) {
        rule.keywords().forEach(this::addLead);
      }
    }
    this.fieldNames = names.toString();
  }

  private void addLead(String keyword) {
    for (String part : keyword.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
      if (!part.isEmpty()) {
        leads.add(part);
      }
    }
  }

  /** Whether no rule listens to the name, or to a word of it. */
  boolean contains(String name) {
    return answer(name, known, this::isMute);
  }

  private static boolean answer(
      String name, Map<String, Boolean> known, Predicate<String> question) {
    Boolean answer = known.get(name);
    if (answer == null) {
      answer = question.test(name);
      if (known.size() < MOST_KNOWN && name.length() <= LONGEST_KNOWN) {
        known.put(name, answer);
      }
    }
    return answer;
  }

  /** The name, or for all that say nothing the same one. */
  String heard(String name) {
    return contains(name) && contains(MUTE) ? MUTE : name;
  }

  /** The same for a name above the one next to the field: only context words are heard there. */
  String heardFar(String name) {
    boolean mute = contains(name) || answer(name, knownFar, this::isMuteFar);
    return mute && contains(MUTE) ? MUTE : name;
  }

  /** The names above a field, nearest first, with those that say nothing all alike. */
  List<String> heardAbove(List<String> parents) {
    if (parents.isEmpty()) {
      return parents;
    }
    List<String> heard = new ArrayList<>(parents.size());
    heard.add(heard(parents.get(0)));
    for (int i = 1; i < parents.size(); i++) {
      heard.add(heardFar(parents.get(i)));
    }
    return heard;
  }

  private boolean isMuteFar(String name) {
    if (name.isEmpty() || !NameWords.isAscii(name)) {
      return false;
    }
    List<String> split = NameWords.of(name);
    return split.stream().noneMatch(this::isContext)
        && JoinedWords.apart(split).stream().noneMatch(this::isContext);
  }

  private boolean isMute(String name) {
    if (name.isEmpty() || !NameWords.isAscii(name)) {
      return false;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    List<String> split = NameWords.of(name);
    return leads.stream().noneMatch(lower::contains)
        && split.stream().noneMatch(this::isHeard)
        && JoinedWords.apart(split).stream().noneMatch(this::isHeard);
  }

  private boolean isHeard(String word) {
    return fieldNames.contains(word) || isContext(word);
  }

  private boolean isContext(String word) {
    return words.contains(word)
        || (word.endsWith("s") && words.contains(word.substring(0, word.length() - 1)));
  }
}
