package dev.sluice.dlp;

import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.validate.Validators;

/** Whether a surrogate would be accepted where the original was. */
final class RuleValidators {

  private RuleValidators() {}

  static boolean accept(Rule rule, String value) {
    for (String name : rule.validators()) {
      if (!Validators.named(name).accepts(value)) {
        return false;
      }
    }
    return true;
  }
}
