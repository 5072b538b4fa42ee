package dev.sluice.cli.rules;

import dev.sluice.dlp.rules.Boundary;
import dev.sluice.dlp.rules.ForeignTerms;
import dev.sluice.dlp.rules.Lead;
import dev.sluice.dlp.rules.Rule;
import java.util.List;
import java.util.Set;

/** What a rule asks for besides its pattern, each taken away in turn to see what it refused. */
enum Relaxed {
  PLACE("it does not apply at this place"),
  FIELD("this field's name silences it"),
  KEYWORD("none of its keywords stands in the text, or not where it must"),
  BOUNDARY("a character beside the match joins it to something longer"),
  VALIDATOR("a validator refuses the value"),
  ENTROPY("the value is not random enough"),
  ALLOW("its allowlist lets the value pass"),
  EXEMPTION("an exemption of its own silences it"),
  CONTEXT("it needs a field name or context word");

  private final String reason;

  Relaxed(String reason) {
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  /** The rule without these. */
  static Rule without(Rule rule, Set<Relaxed> gone) {
    return new Rule(
        rule.id(),
        rule.infoType(),
        rule.category(),
        rule.patterns(),
        gone.contains(KEYWORD) ? List.of() : rule.keywords(),
        rule.contextWords(),
        rule.fieldNames(),
        gone.contains(FIELD) ? List.of() : rule.exceptFields(),
        gone.contains(VALIDATOR) ? List.of() : rule.validators(),
        gone.contains(ENTROPY) ? 0 : rule.minEntropy(),
        gone.contains(ALLOW) ? List.of() : rule.allow(),
        gone.contains(PLACE) ? Set.of() : rule.places(),
        gone.contains(BOUNDARY) ? Boundary.NONE : rule.boundary(),
        gone.contains(CONTEXT) ? Math.max(rule.score(), 0.01) : rule.score(),
        Math.max(rule.contextScore(), 0.01),
        rule.transform(),
        rule.examples(),
        rule.line(),
        gone.contains(EXEMPTION) ? ForeignTerms.NONE : rule.foreign(),
        gone.contains(KEYWORD) ? Lead.NONE : rule.lead());
  }
}
