package dev.sluice.dlp.transform;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another valid day in the notation of the original: years 1940 to 2004, days 01 to 28. */
final class DateSurrogate implements Surrogate {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/. ]?)(\\d{1,2})([-/. ]?)(\\d{1,2})");
  private static final Surrogate NOTHING = new RandomSurrogate();
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/. ])(\\d{1,2})([-/. ])(\\d{4}|\\d{2})");

  @Override
  public String make(String value, Draw draw) {
    int year = 1940 + draw.below(65);
    int month = 1 + draw.below(12);
    int day = 1 + draw.below(28);
    Matcher m = YEAR_FIRST.matcher(value);
    if (m.lookingAt()) {
      return year
          + m.group(2)
          + two(month)
          + m.group(4)
          + two(day)
          + scrub(value.substring(m.end()));
    }
    m = YEAR_LAST.matcher(value);
    if (m.lookingAt()) {
      // Day and month are both written with a number up to 12, so that either order of them stays
      // valid.
      String y = m.group(5).length() == 2 ? two(year % 100) : Integer.toString(year);
      return two(1 + day % 12)
          + m.group(2)
          + two(month)
          + m.group(4)
          + y
          + scrub(value.substring(m.end()));
    }
    return NOTHING.make(value, draw);
  }

  private static String two(int n) {
    return String.format(Locale.ROOT, "%02d", n);
  }

  /** What follows the day (a time, a zone): its digits become zeros, which are valid in both. */
  private static String scrub(String rest) {
    StringBuilder out = new StringBuilder(rest.length());
    for (char c : rest.toCharArray()) {
      out.append(c >= '0' && c <= '9' ? '0' : c);
    }
    return out.toString();
  }
}
