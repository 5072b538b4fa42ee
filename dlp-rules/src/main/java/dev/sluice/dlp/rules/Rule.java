package dev.sluice.dlp.rules;

import dev.sluice.dlp.detect.Place;
import dev.sluice.model.InfoCategory;
import java.util.List;
import java.util.Set;

/**
 * How one kind of value is found. Immutable data, as written in a pack.
 *
 * @param id unique over all packs, kebab case; secrets are {@code vendor-kind}
 * @param infoType what the value is, such as {@code EMAIL_ADDRESS}
 * @param patterns RE2 syntax; the first group that took part, if there are groups, is the value.
 *     Without patterns the whole value of a matching field is
 * @param keywords literals, case-insensitive, one of which must stand in the text; empty if the
 *     pattern alone decides
 * @param contextWords words near the match, or in the names above it, that lift the score
 * @param fieldNames names, as words ({@code "card number"}), that lift the score; a leading {@code
 *     =} asks for the whole name
 * @param exceptFields names, as for {@code fieldNames}, under which the rule stays silent
 * @param validators names known to {@code dev.sluice.dlp.validate.Validators}; all must accept
 * @param minEntropy bits per character the value must reach; 0 for none
 * @param allow patterns of values that are never a finding
 * @param places where the rule applies; empty for everywhere
 * @param boundary what may not stand beside a match
 * @param score 0 to 1 without further evidence; 0 means: only with evidence
 * @param contextScore 0 to 1 with a field name or context word; never below {@code score}
 * @param transform default transform, or empty for the policy's
 * @param examples what must and must not match; never empty
 * @param line line of the rule in its file, from 1
 * @param foreign what only packs of other tools ask for
 * @param lead what must stand before a match
 */
public record Rule(
    String id,
    String infoType,
    InfoCategory category,
    List<String> patterns,
    List<String> keywords,
    List<String> contextWords,
    List<String> fieldNames,
    List<String> exceptFields,
    List<String> validators,
    double minEntropy,
    List<String> allow,
    Set<Place> places,
    Boundary boundary,
    double score,
    double contextScore,
    String transform,
    List<Example> examples,
    int line,
    ForeignTerms foreign,
    Lead lead) {

  /** A rule of a pack of our own. */
  public Rule(
      String id,
      String infoType,
      InfoCategory category,
      List<String> patterns,
      List<String> keywords,
      List<String> contextWords,
      List<String> fieldNames,
      List<String> exceptFields,
      List<String> validators,
      double minEntropy,
      List<String> allow,
      Set<Place> places,
      Boundary boundary,
      double score,
      double contextScore,
      String transform,
      List<Example> examples,
      int line) {
    this(
        id,
        infoType,
        category,
        patterns,
        keywords,
        contextWords,
        fieldNames,
        exceptFields,
        validators,
        minEntropy,
        allow,
        places,
        boundary,
        score,
        contextScore,
        transform,
        examples,
        line,
        ForeignTerms.NONE,
        Lead.NONE);
  }

  /** A rule of a pack of another tool. */
  public Rule(
      String id,
      String infoType,
      InfoCategory category,
      List<String> patterns,
      List<String> keywords,
      List<String> contextWords,
      List<String> fieldNames,
      List<String> exceptFields,
      List<String> validators,
      double minEntropy,
      List<String> allow,
      Set<Place> places,
      Boundary boundary,
      double score,
      double contextScore,
      String transform,
      List<Example> examples,
      int line,
      ForeignTerms foreign) {
    this(
        id,
        infoType,
        category,
        patterns,
        keywords,
        contextWords,
        fieldNames,
        exceptFields,
        validators,
        minEntropy,
        allow,
        places,
        boundary,
        score,
        contextScore,
        transform,
        examples,
        line,
        foreign,
        Lead.NONE);
  }

  public Rule {
    patterns = List.copyOf(patterns);
    keywords = List.copyOf(keywords);
    contextWords = List.copyOf(contextWords);
    fieldNames = List.copyOf(fieldNames);
    exceptFields = List.copyOf(exceptFields);
    validators = List.copyOf(validators);
    allow = List.copyOf(allow);
    places = Set.copyOf(places);
    examples = List.copyOf(examples);
  }

  /** Whether the rule applies at that place. */
  public boolean appliesTo(Place place) {
    return places.isEmpty() || places.contains(place);
  }

  /** Whether the whole value of a field is the match, whatever it looks like. */
  public boolean isFieldOnly() {
    return patterns.isEmpty();
  }

  /** The id: the rest is too long for a log line. */
  @Override
  public String toString() {
    return "Rule[" + id + "]";
  }
}
