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

  private Network() {}

  /** RFC 5321 in the parts that traffic uses. */
  static boolean email(String value) {
    // RFC 5321 allows 64 characters before the @; to refuse more would leave a part of them behind.
    int at = value.lastIndexOf('@');
    String written = value.substring(0, at);
    boolean quoted = written.startsWith("\"");
    if (quoted && !isMailboxInQuotes(written)) {
      return false;
    }
    String local = quoted ? "quoted" : written;
    String domain = value.substring(at + 1);
    String tld = domain.substring(domain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !local.startsWith(".")
        && !local.endsWith(".")
        && !local.contains("..")
        && written.length() <= 255
        && domain.length() <= 253
        && !domain.contains("-.")
        && !NOT_TLDS.contains(tld);
  }

  /** Code and JSON have quotes around separators in front of an @ too: {@code "a","@b.c"}. */
  private static boolean isMailboxInQuotes(String written) {
    return written.length() > 2
        && Character.isLetterOrDigit(written.charAt(1))
        && Character.isLetterOrDigit(written.charAt(written.length() - 2));
  }

  /** Four numbers to 255, none with a leading zero. A version such as 120.0.0.0 passes too. */
  static boolean ipv4(String value) {
    String[] parts = value.split("\\.", -1);
    for (String part : parts) {
      boolean leadingZero = part.length() > 1 && part.charAt(0) == '0';
      if (part.isEmpty() || part.length() > 3 || leadingZero || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return parts.length == 4;
  }

  /** An address that can name a machine or person: not a version, loopback, unspecified or mask. */
  static boolean ipv4Host(String value) {
    return ipv4(value)
        && !value.endsWith(".0.0")
        && !(value.endsWith(".0") && value.contains(".0."))
        && !value.startsWith("0.")
        && !value.startsWith("127.")
        && !value.startsWith("255.");
  }

  /**
   * RFC 4291: eight groups, or fewer around one {@code ::}; one digit and at least two groups
   * written, three where the address begins with the gap.
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
    int fewest = gap == 0 && value.indexOf('.') < 0 ? 3 : 2;
    return edges && digit && (gap >= 0 ? groups >= fewest && groups < 8 : groups == 8);
  }

  /** RFC 4632: an address and a prefix length to 32. */
  static boolean ipv4Network(String value) {
    int slash = value.indexOf('/');
    return ipv4(value.substring(0, slash)) && Integer.parseInt(value.substring(slash + 1)) <= 32;
  }

  /** RFC 4291 with a prefix length to 128, or RFC 4007 with a zone. */
  static boolean ipv6Network(String value) {
    int slash = value.indexOf('/');
    int zone = value.indexOf('%');
    String address = value.substring(0, Math.max(slash, zone));
    return ipv6(address) && (zone >= 0 || Integer.parseInt(value.substring(slash + 1)) <= 128);
  }

  /** IEEE 802: neither all zeros nor all ones, one kind of separator. */
  static boolean mac(String value) {
    String digits = Digits.alphanumeric(value);
    boolean mixed = value.contains(":") && value.contains("-");
    return digits.length() == 12 && !Digits.allSame(digits) && !mixed;
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
