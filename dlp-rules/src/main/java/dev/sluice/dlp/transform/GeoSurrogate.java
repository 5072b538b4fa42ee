package dev.sluice.dlp.transform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another place: each decimal number keeps its sign and its count of decimals and stays within ±90,
 * so that it is valid as latitude and as longitude. Words are replaced letter for letter.
 */
final class GeoSurrogate implements Surrogate {
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})\\.(\\d+)");
  private static final Surrogate OTHER = new RandomSurrogate();

  @Override
  public String make(String value, Draw draw) {
    Matcher m = NUMBER.matcher(value);
    StringBuilder out = new StringBuilder(value.length());
    int at = 0;
    while (m.find()) {
      out.append(OTHER.make(value.substring(at, m.start()), draw));
      out.append(whole(m.group(1).length(), draw)).append('.');
      out.append(draw.text(Draw.DIGITS, m.group(2).length() - 1)).append(1 + draw.below(9));
      at = m.end();
    }
    return out.append(OTHER.make(value.substring(at), draw)).toString();
  }

  private static int whole(int digits, Draw draw) {
    return digits == 1 ? draw.below(10) : 10 + draw.below(80);
  }
}
