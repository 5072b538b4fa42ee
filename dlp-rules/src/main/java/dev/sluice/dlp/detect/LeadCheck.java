package dev.sluice.dlp.detect;

import dev.sluice.dlp.rules.Lead;
import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.scan.SpanSearch;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The compiled {@link Lead} of one rule. Immutable. */
final class LeadCheck {
  private final int within;
  private final @Nullable SpanPattern pattern;
  private final boolean hasKeywords;
  private final KeywordIndex keywords;
  private final KeywordIndex silencers;

  private LeadCheck(Lead lead, List<String> keywords) {
    this.within = lead.within();
    this.pattern =
        lead.pattern().isEmpty() ? null : new SpanPattern("(?:" + lead.pattern() + ")\\z");
    this.hasKeywords = !keywords.isEmpty();
    this.keywords = index(keywords);
    this.silencers = index(lead.silencers());
  }

  /** The check of that rule; null if it asks for nothing. */
  static @Nullable LeadCheck of(Rule rule) {
    return rule.lead().isNone() ? null : new LeadCheck(rule.lead(), rule.keywords());
  }

  /** Whether what stands before that index, and the names above the text, allow a match there. */
  boolean allows(String text, int start, Names names) {
    String before = text.substring(Math.max(0, start - within), start);
    if (before.length() < within) {
      before = names.lead() + before;
    }
    before = before.substring(Math.max(0, before.length() - within));
    if (hasKeywords && !holds(keywords, before)) {
      return false;
    }
    if (pattern == null) {
      return !holds(silencers, before);
    }
    SpanSearch spans = pattern.over(before, 0, before.length());
    return spans.find(0) && !holds(silencers, before.substring(spans.start(0), spans.end(0)));
  }

  private static KeywordIndex index(List<String> words) {
    KeywordIndex.Builder builder = new KeywordIndex.Builder();
    words.forEach(w -> builder.add(w, 0));
    return builder.build();
  }

  private static boolean holds(KeywordIndex index, String text) {
    BitSet hit = new BitSet();
    index.mark(text, hit);
    return !hit.isEmpty();
  }
}
