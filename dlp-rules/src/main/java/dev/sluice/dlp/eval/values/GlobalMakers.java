package dev.sluice.dlp.eval.values;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** People, networks and devices. */
final class GlobalMakers {
  private GlobalMakers() {}

  static Map<String, Maker> all() {
    return Map.ofEntries(
        Map.entry("email", (dice, a) -> email(dice)),
        Map.entry("phone", (dice, country) -> phone(dice, country)),
        Map.entry("ipv4", (dice, a) -> ipv4(dice)),
        Map.entry("ipv6", (dice, a) -> ipv6(dice)),
        Map.entry(
            "ipv6s",
            (dice, a) ->
                "2a0"
                    + dice.chars("0123456789abcdef", 1)
                    + ":"
                    + dice.chars("123456789abcdef", 3)
                    + "::"
                    + dice.chars("123456789abcdef", 4)),
        Map.entry("mac", (dice, separator) -> mac(dice, separator)),
        Map.entry("geo", (dice, separator) -> geo(dice, separator)),
        Map.entry("uuid", (dice, a) -> uuid(dice)),
        Map.entry("imei", (dice, a) -> Sums.withLuhn("35" + dice.digits(12))),
        Map.entry("imsi", (dice, a) -> dice.of("262", "310", "234", "208") + dice.digits(12)),
        Map.entry(
            "iccid",
            (dice, a) -> Sums.withLuhn("89" + dice.of("49", "01", "44") + dice.digits(14))),
        Map.entry("vin", (dice, a) -> vin(dice)),
        Map.entry("given", (dice, a) -> given(dice)),
        Map.entry("family", (dice, a) -> family(dice)),
        Map.entry(
            "street",
            (dice, a) ->
                dice.between(1, 240)
                    + " "
                    + dice.of("Maple", "Station", "High", "Castle", "Mill", "Garden")
                    + " "
                    + dice.of("Street", "Road", "Avenue", "Lane")));
  }

  private static String given(Dice dice) {
    return dice.of(
        "Anna", "Jonas", "Maria", "Peter", "Leila", "Tomasz", "Ingrid", "Paolo", "Aisha", "Kenji",
        "Chloe", "Diego");
  }

  private static String family(Dice dice) {
    return dice.of(
        "Novak",
        "Keller",
        "Fischer",
        "Rossi",
        "Moreau",
        "Larsen",
        "Okafor",
        "Tanaka",
        "Silva",
        "Kowalska",
        "Murphy",
        "Haddad");
  }

  private static String email(Dice dice) {
    String given = given(dice).toLowerCase(Locale.ROOT);
    String family = family(dice).toLowerCase(Locale.ROOT);
    String local =
        dice.of(
            given + "." + family,
            given.charAt(0) + family,
            given + "_" + dice.between(1950, 2010),
            given + "+" + dice.of("shop", "news", "test1"),
            family + "-" + given);
    return local
        + "@"
        + dice.of(
            "gmail.com",
            "outlook.com",
            "posteo.de",
            "mail.bluefin-foods.co.uk",
            "kellerbau.ch",
            "cs.uni-halden.no",
            "orchid.io");
  }

  /** Numbers in ranges that are in use, without separators, in E.164 without the plus. */
  private static String phone(Dice dice, String country) {
    return switch (country) {
      case "US" ->
          "1"
              + dice.of("212", "415", "312", "617", "206")
              + dice.padded(220, 998, 3)
              + dice.digits(4);
      case "GB" -> "447" + dice.of("400", "700", "911", "788") + dice.digits(6);
      case "DE" ->
          "49" + dice.of("151", "160", "171", "176") + dice.padded(20, 99, 2) + dice.digits(6);
      case "FR" -> "336" + dice.padded(10, 89, 2) + dice.digits(6);
      case "IN" -> "91" + dice.of("98", "97", "88", "70") + dice.digits(8);
      case "BR" -> "55119" + dice.padded(6000, 9999, 4) + dice.digits(4);
      case "ES" -> "346" + dice.padded(10, 89, 2) + dice.digits(6);
      case "CH" -> "4179" + dice.padded(200, 899, 3) + dice.digits(4);
      default -> throw new IllegalArgumentException("no phone for " + country);
    };
  }

  /** Public addresses; no documentation ranges. */
  private static String ipv4(Dice dice) {
    return dice.of("81", "84", "91", "109", "146", "185", "193", "212")
        + "."
        + dice.between(1, 254)
        + "."
        + dice.between(0, 254)
        + "."
        + dice.between(1, 254);
  }

  private static String ipv6(Dice dice) {
    byte[] bytes = dice.bytes(16);
    bytes[0] = 0x2a;
    bytes[1] = 0x02;
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("sixteen bytes are an address", e);
    }
  }

  private static String mac(Dice dice, String separator) {
    StringBuilder text = new StringBuilder(dice.of("3c", "a4", "f0", "b8"));
    for (int i = 0; i < 5; i++) {
      text.append(separator.isEmpty() ? ":" : separator).append(dice.chars("0123456789abcdef", 2));
    }
    return text.toString();
  }

  private static String geo(Dice dice, String separator) {
    String lat = dice.between(36, 59) + "." + dice.digits(5) + dice.padded(1, 9, 1);
    String lon =
        dice.of("", "-") + dice.between(2, 119) + "." + dice.digits(5) + dice.padded(1, 9, 1);
    return lat + (separator.isEmpty() ? ", " : separator) + lon;
  }

  private static String uuid(Dice dice) {
    byte[] b = dice.bytes(16);
    b[6] = (byte) (b[6] & 0x0f | 0x40);
    b[8] = (byte) (b[8] & 0x3f | 0x80);
    java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(b);
    return new UUID(buffer.getLong(), buffer.getLong()).toString();
  }

  /** ISO 3779 with the North American check digit in place nine. */
  private static String vin(Dice dice) {
    String alphabet = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
    String worth = "12345678123457923456789" + Dice.DIGITS;
    int[] weights = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    StringBuilder vin =
        new StringBuilder(
            dice.of("1HG", "1FT", "2T1", "5YJ", "WBA")
                + dice.chars(alphabet, 5)
                + "0"
                + dice.chars("HJKLMNPR", 1)
                + dice.chars("ABCFG", 1)
                + dice.digits(6));
    int sum = 0;
    for (int i = 0; i < vin.length(); i++) {
      sum += (worth.charAt(alphabet.indexOf(vin.charAt(i))) - '0') * weights[i];
    }
    vin.setCharAt(8, "0123456789X".charAt(sum % 11));
    return vin.toString();
  }
}
