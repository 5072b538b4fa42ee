package dev.sluice.dlp.transform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token with the vendor's prefix, alphabet and length, ending in a keyed check. The prefix is
 * what stands before the secret part and names the vendor ({@code ghp_}, {@code sk_live_}, {@code
 * AKIA}).
 */
final class VendorTokenSurrogate implements Surrogate {
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:[A-Za-z]{2,12}[-_](?:live|test|prod|sandbox|pat|api|ant|api03|proj|v1|svcacct|admin)[-_](?:v1[-_]|api03[-_])?"
              + "|[A-Za-z]{1,8}[0-9]?[-_.]|AKIA|ASIA|AROA|AIDA|AIza|ya29\\.|dapi|dckr_pat_|ATATT3|EAAC|hvs\\.|pul-)");
  private static final int SECRET = 12;

  private final String type;
  private final Shape shape;

  VendorTokenSurrogate(String type, Prf prf) {
    this.type = type;
    this.shape = new Shape(prf);
  }

  @Override
  public String make(String value, Draw draw) {
    return shape.draw(type, value, prefix(value), draw);
  }

  @Override
  public boolean verifies(String value) {
    return shape.verifies(type, value, prefix(value));
  }

  private static int prefix(String value) {
    Matcher m = PREFIX.matcher(value);
    return m.find() && value.length() - m.end() >= SECRET ? m.end() : 0;
  }
}
