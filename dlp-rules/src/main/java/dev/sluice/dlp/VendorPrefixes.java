package dev.sluice.dlp;

import dev.sluice.dlp.rules.Example;
import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.rules.RulePack;
import dev.sluice.model.InfoCategory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The public text in front of vendors' secrets, learned from the rules: a keyword that every one of
 * a rule's examples begins with. It stays in surrogates, whichever rule found the secret.
 */
final class VendorPrefixes {
  private static final int SHORTEST = 3;

  private VendorPrefixes() {}

  static Set<String> of(List<RulePack> packs) {
    Set<String> prefixes = new TreeSet<>();
    for (RulePack pack : packs) {
      for (Rule rule : pack.rules()) {
        if (rule.category() == InfoCategory.SECRET && !rule.isFieldOnly()) {
          prefixes.addAll(of(rule));
        }
      }
    }
    return prefixes;
  }

  private static Set<String> of(Rule rule) {
    Set<String> prefixes = new TreeSet<>();
    for (Example example : rule.examples()) {
      for (Example.Span span : example.expected()) {
        Optional<String> prefix = of(rule, example.text().substring(span.start(), span.end()));
        if (prefix.isEmpty()) {
          return Set.of();
        }
        prefixes.add(prefix.get());
      }
    }
    return prefixes;
  }

  private static Optional<String> of(Rule rule, String value) {
    return rule.keywords().stream()
        .filter(k -> k.length() >= SHORTEST && value.regionMatches(true, 0, k, 0, k.length()))
        .max(java.util.Comparator.comparingInt(String::length))
        .map(k -> value.substring(0, k.length()))
        .filter(VendorPrefixes::isNoWord);
  }

  /** Small letters alone can be the beginning of a name. */
  private static boolean isNoWord(String prefix) {
    return prefix.chars().anyMatch(c -> c < 'a' || c > 'z');
  }
}
