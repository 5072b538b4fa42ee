package dev.sluice.dlp.transform;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another month and a year from 2030 to 2039 in the notation of the original. */
final class ExpirySurrogate implements Surrogate {
  private static final Pattern YEAR_FIRST = Pattern.compile("20\\d\\d(\\D+)\\d{1,2}");
  private static final Pattern MONTH_FIRST = Pattern.compile("\\d{1,2}(\\D+)((?:20)?)\\d\\d");
  private static final Surrogate OTHER = new RandomSurrogate();

  @Override
  public String make(String value, Draw draw) {
    String month = String.format(Locale.ROOT, "%02d", 1 + draw.below(12));
    String year = "3" + draw.below(10);
    Matcher m = YEAR_FIRST.matcher(value);
    if (m.matches()) {
      return "20" + year + m.group(1) + month;
    }
    m = MONTH_FIRST.matcher(value);
    if (m.matches()) {
      return month + m.group(1) + m.group(2) + year;
    }
    if (!Symbols.isDigits(value)) {
      return OTHER.make(value, draw);
    }
    return switch (value.length()) {
      case 1, 2 -> value.length() == 1 ? "" + (1 + draw.below(9)) : month;
      case 4 -> value.startsWith("20") ? "20" + year : month + year;
      case 6 -> value.startsWith("20") ? "20" + year + month : month + "20" + year;
      default -> OTHER.make(value, draw);
    };
  }
}
