package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.ValueContext;

/** Lists of addresses: X-Forwarded-For and its kin, and Forwarded (RFC 7239). */
final class ClientIps {

  private ClientIps() {}

  static String walk(ValueWalker values, String value, ValueContext context, Where where) {
    StringBuilder out = new StringBuilder(value.length());
    int at = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || " ,;=\"[]".indexOf(value.charAt(i)) >= 0) {
        out.append(item(values, value.substring(at, i), context, where));
        if (i < value.length()) {
          out.append(value.charAt(i));
        }
        at = i + 1;
      }
    }
    return out.toString();
  }

  private static String item(ValueWalker values, String item, ValueContext context, Where where) {
    int colon = item.indexOf(':');
    boolean port = colon > 0 && item.indexOf(':', colon + 1) < 0 && item.indexOf('.') > 0;
    String host = port ? item.substring(0, colon) : item;
    if (!isAddress(host)) {
      return values.reviewed(item, context, where);
    }
    String after = values.sensitive(host, Forced.IP_ADDRESS, context, where);
    return port ? after + item.substring(colon) : after;
  }

  private static boolean isAddress(String text) {
    boolean colons = text.indexOf(':') >= 0;
    boolean dots = text.indexOf('.') >= 0;
    if (text.isEmpty() || !(colons || dots)) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = colons ? Percent.hex(c) >= 0 : c >= '0' && c <= '9';
      if (!digit && c != '.' && c != ':') {
        return false;
      }
    }
    return true;
  }
}
