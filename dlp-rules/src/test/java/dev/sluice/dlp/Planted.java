package dev.sluice.dlp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document with sensitive values under telling and under neutral names, beside harmless ones. */
final class Planted {
  private static final String JWT =
      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI4MTczNjU0NDIiLCJlbWFpbCI6ImphbmUucm9lQGNvcnAtbWFpbC5pbyJ9"
          + ".c2lnbmF0dXJlLW9mLXNvbWUtbGVuZ3RoLW9ubHk";

  /** Values that are evidence by themselves. */
  static final List<String> SELF_EVIDENT =
      List.of(
          "4539578763621486",
          "DE89370400440532013000",
          "jane.roe@corp-mail.io",
          "84.17.46.103",
          "536-22-8746",
          "gh" + "p_" + "a8Kd02mLQz71RtYvXw35NbCe94HsJf6Ug0Pi",
          JWT);

  /** Values that are known by their names. */
  static final Map<String, String> NAMED =
      Map.of(
          "card_number", "5425233430109903",
          "iban", "GB33BUKB20201555555555",
          "email", "max.muster@firma-post.de",
          "client_ip", "93.184.216.77",
          "phone", "+49 30 901820",
          "password", "Tr0ub4dor&3xyz",
          "first_name", "Annegret",
          "birth_date", "1981-04-17",
          "street_address", "Lindenallee 47");

  /** Values that mean nothing to anybody. */
  static final List<String> HARMLESS =
      List.of("shipped", "a red bicycle", "v2.14.0", "ORD-1009", "blue", "x", "naïve façade");

  private Planted() {}

  /** Everything, in maps and lists. */
  static Map<String, Object> document() {
    Map<String, Object> neutral = new LinkedHashMap<>();
    Map<String, Object> plain = new LinkedHashMap<>();
    for (int i = 0; i < SELF_EVIDENT.size(); i++) {
      neutral.put("v" + letter(i), SELF_EVIDENT.get(i));
    }
    for (int i = 0; i < HARMLESS.size(); i++) {
      plain.put("w" + letter(i), HARMLESS.get(i));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("count", 3);
    document.put("customer", new LinkedHashMap<>(new java.util.TreeMap<>(NAMED)));
    document.put("ratio", 0.25);
    document.put("list", List.of(neutral, plain, 17, -40_000, 1_234_567, true));
    document.put("text", "write to jane.roe@corp-mail.io about the red bicycle");
    document.put("long", "harmless words ".repeat(40));
    return document;
  }

  /** How many of the planted values stand in a text. */
  static long leaksIn(String text) {
    return SELF_EVIDENT.stream().filter(text::contains).count()
        + NAMED.values().stream().filter(text::contains).count();
  }

  private static char letter(int i) {
    return (char) ('a' + i);
  }
}
