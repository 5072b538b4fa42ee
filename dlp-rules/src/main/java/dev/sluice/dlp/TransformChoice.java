package dev.sluice.dlp;

import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.transform.TransformSpec;
import dev.sluice.dlp.transform.Transforms;
import dev.sluice.model.InfoCategory;
import java.util.Set;

/** Which transform a finding gets: the policy's, else the rule's, else the category's. */
final class TransformChoice {
  static final String TIME = "time-reference";
  private static final String KEEP = "keep";
  private static final Set<String> KNOWN = Transforms.names();

  private TransformChoice() {}

  static TransformSpec of(Policy policy, Rule rule) {
    return policy.transformFor(rule.infoType()).orElseGet(() -> TransformSpec.of(standard(rule)));
  }

  private static String standard(Rule rule) {
    if (KNOWN.contains(rule.transform())) {
      return rule.transform();
    }
    return rule.category() == InfoCategory.TIME ? TIME : "tokenize";
  }

  /** Whether the transform leaves the value as it is, by the policy's will. */
  static boolean keeps(TransformSpec transform) {
    return transform.name().equals(TIME) || transform.name().equals(KEEP);
  }
}
