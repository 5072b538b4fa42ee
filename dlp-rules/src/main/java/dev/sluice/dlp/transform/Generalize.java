package dev.sluice.dlp.transform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the coarse part of a value in the value's own notation, so that it stays valid where it
 * stood. Stateless.
 */
final class Generalize {
  static final List<String> TARGETS =
      List.of("auto", "zip3", "age-band", "ip-prefix", "year-month", "year");

  /** Areas of fewer than 20,000 people (45 CFR 164.514(b)(2), census of 2000). */
  private static final Set<String> SMALL_ZIP3 =
      Set.of(
          "036", "059", "063", "102", "203", "556", "692", "790", "821", "823", "830", "831", "878",
          "879", "884", "890", "893");

  private static final Pattern ZIP = Pattern.compile("(\\d{3})\\d{2}(-?\\d{4})?");
  private static final Pattern V4 =
      Pattern.compile("(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})\\.\\d{1,3}((?::\\d{1,5}|/\\d{1,2})?)");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.]?)(\\d{2})([-/.]?)(\\d{2})(.*)", Pattern.DOTALL);
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})([-/.])(\\d{4})(.*)", Pattern.DOTALL);

  /** Ages from here on are one band (45 CFR 164.514(b)(2)). */
  private static final int OLDEST = 90;

  private Generalize() {}

  /** The coarse value; empty where the value is not in a form the target knows. */
  static Optional<String> apply(TransformSpec spec, String family, String value) {
    String to = spec.text("to").orElse("auto");
    return switch (to.equals("auto") ? target(family) : to) {
      case "zip3" -> zip3(value);
      case "age-band" -> ageBand(value, spec.number("width", 10));
      case "ip-prefix" -> ipPrefix(value);
      case "year-month" -> date(value, false);
      case "year" -> date(value, true);
      default -> Optional.empty();
    };
  }

  private static String target(String family) {
    return switch (family) {
      case "POSTAL_CODE", "ZIP_CODE", "US_ZIP_CODE" -> "zip3";
      case "AGE" -> "age-band";
      case "IP_ADDRESS" -> "ip-prefix";
      case "DATE_OF_BIRTH" -> "year-month";
      default -> "";
    };
  }

  /** The first three digits of a US ZIP code, zeros behind them. */
  private static Optional<String> zip3(String value) {
    Matcher m = ZIP.matcher(value);
    if (!m.matches()) {
      return Optional.empty();
    }
    String area = SMALL_ZIP3.contains(m.group(1)) ? "000" : m.group(1);
    return Optional.of(area + value.substring(3).replaceAll("\\d", "0"));
  }

  /** The first age of the band. */
  private static Optional<String> ageBand(String value, int width) {
    if (!value.matches("\\d{1,3}")) {
      return Optional.empty();
    }
    int age = Integer.parseInt(value);
    return Optional.of(Integer.toString(age >= OLDEST ? OLDEST : age / width * width));
  }

  private static Optional<String> ipPrefix(String value) {
    Matcher v4 = V4.matcher(value);
    if (v4.matches()) {
      return Optional.of(v4.group(1) + ".0" + v4.group(2));
    }
    return V6.matcher(value).matches() ? v6(value) : Optional.empty();
  }

  private static Optional<String> v6(String value) {
    try {
      // Holds a colon and hex digits only, so that no name is looked up.
      byte[] address = InetAddress.getByName(value).getAddress();
      if (address.length != 16) {
        return Optional.empty();
      }
      Arrays.fill(address, 6, 16, (byte) 0);
      return Optional.of(
          String.format(
              java.util.Locale.ROOT,
              "%x:%x:%x::",
              group(address, 0),
              group(address, 2),
              group(address, 4)));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static int group(byte[] address, int at) {
    return (address[at] & 0xff) << 8 | address[at + 1] & 0xff;
  }

  /** The first day of the month, or of the year; a time of day behind it becomes zeros. */
  private static Optional<String> date(String value, boolean yearOnly) {
    Matcher m = YEAR_FIRST.matcher(value);
    if (m.matches()) {
      String month = yearOnly ? "01" : m.group(3);
      return Optional.of(m.group(1) + m.group(2) + month + m.group(4) + "01" + zeros(m.group(6)));
    }
    m = YEAR_LAST.matcher(value);
    if (!m.matches()) {
      return Optional.empty();
    }
    // Which of the two is the month is not known for sure, so only the year is kept.
    return Optional.of("01" + m.group(2) + "01" + m.group(4) + m.group(5) + zeros(m.group(6)));
  }

  private static String zeros(String rest) {
    return rest.replaceAll("\\d", "0");
  }
}
