package dev.sluice.dlp.detect;

import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.scan.Regex;
import dev.sluice.dlp.scan.RegexFacts;
import dev.sluice.dlp.scan.Spots;
import dev.sluice.dlp.validate.Validator;
import dev.sluice.dlp.validate.Validator.Part;
import dev.sluice.dlp.validate.Validators;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule with its patterns compiled and its validators looked up. */
final class CompiledRule {

  /** Values that say nothing, whatever the field is called. */
  private static final Set<String> TRIVIAL =
      Set.of("true", "false", "null", "undefined", "none", "nil", "nan", "n/a", "-", "0", "1");

  private final Rule rule;
  private final int index;
  private final List<PatternScan> patterns;
  private final List<Validator> validators;
  private final List<SpanPattern> allow;
  private final ContextWords contextWords;
  private final Exemptions exemptions;
  private final @Nullable LeadCheck lead;

  CompiledRule(Rule rule, int index) {
    this.rule = rule;
    this.index = index;
    boolean whole = rule.validators().isEmpty();
    this.patterns =
        rule.patterns().stream().map(p -> new PatternScan(p, rule.boundary(), whole)).toList();
    this.validators = rule.validators().stream().map(Validators::named).toList();
    this.allow = rule.allow().stream().map(SpanPattern::ofWhole).toList();
    this.contextWords = new ContextWords(rule.contextWords());
    this.exemptions = Exemptions.of(rule.foreign().exemptions());
    this.lead = LeadCheck.of(rule);
  }

  Rule rule() {
    return rule;
  }

  /** All patterns as one for the filter; empty if there are none or one is beyond its syntax. */
  Optional<Regex> syntax() {
    List<Regex> known = patterns.stream().flatMap(p -> p.syntax().stream()).toList();
    return patterns.isEmpty() || known.size() < patterns.size()
        ? Optional.empty()
        : Optional.of(new Regex.Choice(known));
  }

  /** What is true of every match of each pattern. */
  List<RegexFacts> facts() {
    return patterns.stream().map(PatternScan::facts).toList();
  }

  ContextWords contextWords() {
    return contextWords;
  }

  /** Adds what the rule finds in the text. */
  void detect(
      String text, TextFacts facts, @Nullable Spots spots, Names names, List<Candidate> found) {
    if (names.silenced().get(index)) {
      return;
    }
    if (rule.isFieldOnly()) {
      detectWhole(text, names, found);
    } else {
      for (PatternScan pattern : patterns) {
        pattern.scan(text, facts, spots, index, judging(text, names, found));
      }
    }
  }

  /** The same without any gate. */
  void detectNaively(String text, Names names, List<Candidate> found) {
    if (names.silenced().get(index)) {
      return;
    }
    if (rule.isFieldOnly()) {
      detectWhole(text, names, found);
      return;
    }
    for (PatternScan pattern : patterns) {
      pattern.scanNaively(text, judging(text, names, found));
    }
  }

  private void detectWhole(String text, Names names, List<Candidate> found) {
    if (!rule.fieldNames().isEmpty() && !names.lifted().get(index)) {
      return;
    }
    int start = 0;
    int end = text.length();
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end && !TRIVIAL.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
      judging(text, names, found).accept(start, end, start, end);
    }
  }

  private PatternScan.Sink judging(String text, Names names, List<Candidate> found) {
    return (start, end, matchStart, matchEnd) -> {
      if (lead != null && !lead.allows(text, matchStart, names)) {
        return PatternScan.REFUSED;
      }
      Part part = valid(text.substring(start, end));
      if (part == null) {
        return PatternScan.REFUSED;
      }
      int from = start + part.start();
      int to = start + part.end();
      if (!Neighbours.allow(rule.boundary(), text, from, to)
          || exemptions.silence(text, text.substring(from, to), matchStart, matchEnd)) {
        return PatternScan.REFUSED;
      }
      double score = score(text, from, to, names);
      if (score > 0) {
        found.add(new Candidate(from, to, rule, score));
      }
      return to;
    };
  }

  /** What of the value every validator accepts. */
  private @Nullable Part valid(String value) {
    int start = 0;
    int end = value.length();
    for (Validator validator : validators) {
      Part part = validator.find(value.substring(start, end));
      if (part == null) {
        return null;
      }
      end = start + part.end();
      start += part.start();
    }
    String rest = value.substring(start, end);
    for (SpanPattern allowed : allow) {
      if (allowed.isIn(rest)) {
        return null;
      }
    }
    boolean random = rule.minEntropy() == 0 || Entropy.of(rest) >= rule.minEntropy();
    return random ? new Part(start, end) : null;
  }

  private double score(String text, int start, int end, Names names) {
    if (rule.contextScore() <= rule.score()) {
      return rule.score();
    }
    boolean evidence =
        names.lifted().get(index)
            || names.spoken().get(index)
            || !contextWords.isEmpty() && contextWords.near(text, start, end);
    return evidence ? rule.contextScore() : rule.score();
  }
}
