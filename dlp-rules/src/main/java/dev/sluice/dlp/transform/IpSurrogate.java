package dev.sluice.dlp.transform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that is routed nowhere: IPv4 in 240.0.0.0/4 (reserved, RFC 1112; 2^28 addresses), IPv6
 * in 2001:db8::/32 (documentation, RFC 3849) with a 32-bit keyed check. A prefix length or port
 * behind the address stays.
 */
final class IpSurrogate implements Surrogate {
  private static final Pattern V4 =
      Pattern.compile("^(\\d{1,3}(?:\\.\\d{1,3}){3})(.*)$", Pattern.DOTALL);

  private final Prf prf;

  IpSurrogate(Prf prf) {
    this.prf = prf;
  }

  @Override
  public String make(String value, Draw draw) {
    Matcher v4 = V4.matcher(value);
    if (v4.matches()) {
      int first = 240 + draw.below(15);
      return first
          + "."
          + draw.below(256)
          + "."
          + draw.below(256)
          + "."
          + (1 + draw.below(254))
          + v4.group(2);
    }
    String body =
        "2001:db8:" + group(draw) + ":" + group(draw) + ":" + group(draw) + ":" + group(draw);
    return body + check(body);
  }

  @Override
  public boolean verifies(String value) {
    int cut = value.length() - 10;
    return cut > 9
        && value.startsWith("2001:db8:")
        && value.substring(cut).equals(check(value.substring(0, cut)));
  }

  private String check(String body) {
    Draw check = prf.draw("check/IP_ADDRESS", body);
    return ":" + group(check) + ":" + group(check);
  }

  /** Four hex digits without leading zeros to drop, so that the length is fixed. */
  private static String group(Draw draw) {
    return draw.of("123456789abcdef") + draw.text(Draw.HEX, 3);
  }
}
