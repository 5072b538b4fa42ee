package dev.sluice.dlp.rules.foreign;

import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.model.InfoCategory;
import java.util.Map;
import java.util.stream.Collectors;

/** The category of an info type: that of our own rules, or personal data. */
final class InfoTypes {
  private static final Map<String, InfoCategory> KNOWN =
      RulePacks.builtin().stream()
          .flatMap(p -> p.rules().stream())
          .collect(Collectors.toMap(Rule::infoType, Rule::category, (a, b) -> a));

  private InfoTypes() {}

  static InfoCategory category(String infoType) {
    return KNOWN.getOrDefault(infoType, InfoCategory.PII);
  }
}
