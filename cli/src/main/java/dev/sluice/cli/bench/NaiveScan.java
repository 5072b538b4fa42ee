package dev.sluice.cli.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.sluice.dlp.rules.RulePack;
import java.io.IOException;
import java.util.List;

/** What most would write first: every rule's pattern, through RE2J, over each value in turn. */
final class NaiveScan {
  private final JsonFactory factory = new JsonFactory();
  private final List<Pattern> patterns;

  NaiveScan(List<RulePack> packs) {
    this.patterns =
        packs.stream()
            .flatMap(p -> p.rules().stream())
            .flatMap(r -> r.patterns().stream())
            .map(Pattern::compile)
            .toList();
  }

  /** The matches in one document. */
  long run(Sample sample) {
    long matches = 0;
    try (JsonParser parser = factory.createParser(sample.document())) {
      for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
        if (t.isScalarValue()) {
          matches += matches(parser.getText());
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("Jackson cannot read a document it wrote");
    }
    return matches;
  }

  private long matches(String text) {
    long matches = 0;
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        matches++;
      }
    }
    return matches;
  }
}
