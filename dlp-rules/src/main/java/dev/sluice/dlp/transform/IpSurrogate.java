package dev.sluice.dlp.transform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that is routed nowhere: IPv4 in 240.0.0.0/4 (reserved, RFC 1112; 2^28 addresses), IPv6
 * in 2001:db8::/32 (documentation, RFC 3849) with a 32-bit keyed check. A prefix length or port
 * behind the address stays.
 */
final class IpSurrogate implements Surrogate {
  private static final Pattern V4 =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})((?::\\d{1,5}|/\\d{1,2})?)");
  private static final Pattern V6 =
      Pattern.compile("(\\[?)([0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(\\]?(?::\\d{1,5}|/\\d{1,3})?)");
  private static final Surrogate OTHER = new RandomSurrogate();

  private final Prf prf;

  IpSurrogate(Prf prf) {
    this.prf = prf;
  }

  /** The address alone, IPv6 in 32 hex digits. */
  static String canonical(String value) {
    Matcher v4 = V4.matcher(value);
    if (v4.matches()) {
      return v4.group(1);
    }
    Matcher v6 = V6.matcher(value);
    return v6.matches() ? bytes(v6.group(2)) : value;
  }

  private static String bytes(String address) {
    try {
      // Holds a colon and hex digits only, so that no name is looked up.
      return HexFormat.of().formatHex(InetAddress.getByName(address).getAddress());
    } catch (UnknownHostException e) {
      return address.toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String make(String value, Draw draw) {
    Matcher v4 = V4.matcher(value);
    if (v4.matches()) {
      return v4(draw) + v4.group(2);
    }
    Matcher v6 = V6.matcher(value);
    if (!v6.matches()) {
      return OTHER.make(value, draw);
    }
    String address = v6(draw);
    boolean upper = !v6.group(2).equals(v6.group(2).toLowerCase(Locale.ROOT));
    return v6.group(1) + (upper ? address.toUpperCase(Locale.ROOT) : address) + v6.group(3);
  }

  @Override
  public boolean verifies(String value) {
    Matcher v6 = V6.matcher(value);
    if (!v6.matches()) {
      return false;
    }
    String address = v6.group(2).toLowerCase(Locale.ROOT);
    int cut = address.length() - 10;
    return cut > 9
        && address.startsWith("2001:db8:")
        && address.substring(cut).equals(check(address.substring(0, cut)));
  }

  private static String v4(Draw draw) {
    return (240 + draw.below(15))
        + "."
        + draw.below(256)
        + "."
        + draw.below(256)
        + "."
        + (1 + draw.below(254));
  }

  private String v6(Draw draw) {
    String body =
        "2001:db8:" + group(draw) + ":" + group(draw) + ":" + group(draw) + ":" + group(draw);
    return body + check(body);
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
