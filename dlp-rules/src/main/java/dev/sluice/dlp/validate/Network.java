package dev.sluice.dlp.validate;

import java.util.Locale;
import java.util.Set;

/** Addresses of machines, mailboxes and telephones. */
final class Network {

  /** Endings of file names and code that look like a domain's last label. */
  private static final Set<String> NOT_TLDS =
      Set.of(
          "png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "mjs", "json", "html", "htm",
          "xml", "txt", "pdf", "map", "ts", "tsx", "jsx", "woff", "woff2", "java", "class", "yaml",
          "yml", "csv", "gz", "zip", "exe", "dll", "local2", "min");

  /** ITU-T E.164 country codes of one and two digits; every other one has three. */
  private static final Set<String> SHORT_COUNTRY_CODES =
      Set.of(
          "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44",
          "45", "46", "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61",
          "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95",
          "98");

  private Network() {}

  /** RFC 5321 in the parts that traffic uses. */
  static boolean email(String value) {
    // RFC 5321 allows 64 characters before the @; to refuse more would leave a part of them behind.
    int at = value.lastIndexOf('@');
    String local = value.substring(0, at);
    String domain = value.substring(at + 1);
    String tld = domain.substring(domain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !local.startsWith(".")
        && !local.endsWith(".")
        && !local.contains("..")
        && local.length() <= 255
        && domain.length() <= 253
        && !domain.contains("-.")
        && !NOT_TLDS.contains(tld);
  }

  /** Four numbers to 255, none with a leading zero. A version such as 120.0.0.0 passes too. */
  static boolean ipv4(String value) {
    String[] parts = value.split("\\.", -1);
    for (String part : parts) {
      boolean leadingZero = part.length() > 1 && part.charAt(0) == '0';
      if (part.length() > 3 || leadingZero || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return parts.length == 4;
  }

  /** An address that can name a machine or person: not a version, loopback, unspecified or mask. */
  static boolean ipv4Host(String value) {
    return ipv4(value)
        && !value.endsWith(".0.0")
        && !value.startsWith("0.")
        && !value.startsWith("127.")
        && !value.startsWith("255.");
  }

  /**
   * RFC 4291: eight groups, or fewer around one {@code ::}; at least two groups and one digit
   * written.
   */
  static boolean ipv6(String value) {
    int gap = value.indexOf("::");
    if (gap >= 0 && value.indexOf("::", gap + 1) >= 0) {
      return false;
    }
    int groups = 0;
    for (String part : value.split(":", -1)) {
      if (part.contains(".")) {
        if (!ipv4(part)) {
          return false;
        }
        groups += 2;
      } else if (part.length() > 4) {
        return false;
      } else {
        groups += part.isEmpty() ? 0 : 1;
      }
    }
    boolean edges = gap >= 0 || !value.startsWith(":") && !value.endsWith(":");
    boolean digit = value.chars().anyMatch(c -> Digits.isDigit((char) c));
    return edges && digit && (gap >= 0 ? groups >= 2 && groups < 8 : groups == 8);
  }

  /** IEEE 802: neither all zeros nor all ones, one kind of separator. */
  static boolean mac(String value) {
    String digits = Digits.alphanumeric(value);
    boolean mixed = value.contains(":") && value.contains("-");
    return digits.length() == 12 && !Digits.allSame(digits) && !mixed;
  }

  /** E.164: a country code in use, 8 to 15 digits. */
  static boolean e164(String value) {
    String digits = Digits.only(value);
    if (digits.length() < 8 || digits.length() > 15 || digits.charAt(0) == '0') {
      return false;
    }
    boolean shortCode =
        SHORT_COUNTRY_CODES.contains(digits.substring(0, 1))
            || SHORT_COUNTRY_CODES.contains(digits.substring(0, 2));
    boolean longCode = "2345689".indexOf(digits.charAt(0)) >= 0;
    boolean north = digits.charAt(0) != '1' || digits.length() == 11 && digits.charAt(1) >= '2';
    return (shortCode || longCode) && north && !Digits.allSame(digits.substring(1));
  }

  /** NANP: area and exchange begin with 2 to 9, and are not N11. */
  static boolean nanp(String value) {
    String digits = Digits.only(value);
    String ten = digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
    return ten.length() == 10
        && ten.charAt(0) >= '2'
        && ten.charAt(3) >= '2'
        && !ten.startsWith("11", 1)
        && !Digits.allSame(ten);
  }

  /** 7 to 15 digits that are not one digit repeated. */
  static boolean phoneDigits(String value) {
    String digits = Digits.only(value);
    return digits.length() >= 7 && digits.length() <= 15 && !Digits.allSame(digits);
  }
}
