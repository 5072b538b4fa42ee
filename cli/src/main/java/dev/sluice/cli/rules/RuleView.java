package dev.sluice.cli.rules;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.rules.RulePack;
import java.util.List;

/** A rule as it is printed. */
record RuleView(
    String id,
    String infoType,
    String category,
    String pack,
    List<String> patterns,
    List<String> keywords,
    List<String> contextWords,
    List<String> fieldNames,
    List<String> validators,
    List<String> places,
    double score,
    double contextScore,
    String transform,
    int examples) {

  static RuleView of(RulePack pack, Rule rule) {
    return new RuleView(
        rule.id(),
        rule.infoType(),
        rule.category().wireName(),
        pack.name(),
        rule.patterns(),
        rule.keywords(),
        rule.contextWords(),
        rule.fieldNames(),
        rule.validators(),
        rule.places().stream().map(Place::wireName).sorted().toList(),
        rule.score(),
        rule.contextScore(),
        rule.transform(),
        rule.examples().size());
  }

  /** All rules of the packs, by id. */
  static List<RuleView> all(List<RulePack> packs) {
    return packs.stream()
        .flatMap(pack -> pack.rules().stream().map(rule -> of(pack, rule)))
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .toList();
  }
}
