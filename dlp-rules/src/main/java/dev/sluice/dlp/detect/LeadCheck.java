package dev.sluice.dlp.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.sluice.dlp.rules.Lead;
import dev.sluice.dlp.rules.Rule;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The compiled {@link Lead} of one rule. Immutable. */
final class LeadCheck {
  private final int within;
  private final @Nullable Pattern pattern;
  private final boolean hasKeywords;
  private final KeywordIndex keywords;
  private final KeywordIndex silencers;

  private LeadCheck(Lead lead, List<String> keywords) {
    this.within = lead.within();
    this.pattern =
        lead.pattern().isEmpty() ? null : Pattern.compile("(?:" + lead.pattern() + ")\\z");
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
    Matcher matcher = pattern.matcher(before);
    return matcher.find() && !holds(silencers, matcher.group());
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
