package dev.sluice.dlp.detect;

import com.google.re2j.Matcher;
import dev.sluice.dlp.scan.SpanSearch;

/** RE2J's own search: for what the exact program does not know, and the reference in tests. */
final class Re2Search implements SpanSearch {
  private final Matcher matcher;

  Re2Search(Matcher matcher) {
    this.matcher = matcher;
  }

  @Override
  public boolean find(int from) {
    return matcher.find(from);
  }

  @Override
  public int groups() {
    return matcher.groupCount();
  }

  @Override
  public int start(int group) {
    return matcher.start(group);
  }

  @Override
  public int end(int group) {
    return matcher.end(group);
  }
}
