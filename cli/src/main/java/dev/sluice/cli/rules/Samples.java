package dev.sluice.cli.rules;

import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.Detector;
import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.model.InfoCategory;
import dev.sluice.model.SluiceException;
import java.util.List;

/**
 * Sample values, and whether they may be written to a file.
 *
 * @param secret whether a built-in rule, or their randomness, says they are credentials
 * @param personal whether a built-in rule finds something else sensitive in one
 */
record Samples(List<String> values, boolean secret, boolean personal) {
  private static final int LONGEST = 500;

  /** Shapes of more texts than 2 to this power are drawn by generators. */
  private static final int SECRET_BITS = 64;

  /** Values as typed; {@code field} is empty if no name is known. */
  static Samples of(List<String> typed, String field) {
    List<String> values = typed.stream().map(String::strip).toList();
    values.forEach(Samples::check);
    Detector detector = Detector.of(RulePacks.builtin());
    ValueContext context =
        field.isEmpty() ? ValueContext.text() : ValueContext.of(Place.BODY_FIELD, field);
    List<InfoCategory> found =
        values.stream()
            .flatMap(v -> detector.detect(v, context).stream())
            .map(Candidate::rule)
            .map(rule -> rule.category())
            .filter(c -> c != InfoCategory.TIME)
            .toList();
    boolean random = SampleShape.of(values, false).bits() >= SECRET_BITS;
    return new Samples(
        values,
        random || found.contains(InfoCategory.SECRET),
        found.stream().anyMatch(c -> c != InfoCategory.SECRET));
  }

  /** Whether they may stand in a file as they are. */
  boolean arePublic() {
    return !secret && !personal;
  }

  private static void check(String sample) {
    if (sample.codePoints().allMatch(c -> CharKind.of(c) == CharKind.MARK)) {
      throw new SluiceException("a sample has neither letters nor digits; give whole values");
    }
    if (sample.length() > LONGEST) {
      throw new SluiceException(
          "a sample has more than 500 characters; such need fields, see docs");
    }
    boolean odd = sample.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '«' || c == '»');
    if (odd || sample.contains("{{")) {
      throw new SluiceException("a sample holds control characters, «, » or {{; leave them out");
    }
  }
}
