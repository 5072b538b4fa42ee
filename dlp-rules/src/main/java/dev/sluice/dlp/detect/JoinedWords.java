package dev.sluice.dlp.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes apart what forms and older systems join: whose value it is in front ({@code
 * customerphone}), what kind of thing behind ({@code emailvalue}), and a count ({@code phone2}).
 */
final class JoinedWords {

  private static final List<String> OWNERS =
      List.of(
          "customer",
          "client",
          "user",
          "usr",
          "member",
          "patient",
          "guest",
          "buyer",
          "seller",
          "owner",
          "billing",
          "shipping",
          "delivery",
          "home",
          "work",
          "contact",
          "primary",
          "secondary",
          "emergency",
          "employee",
          "admin",
          "account",
          "sender",
          "recipient",
          "payer",
          "payee",
          "cardholder",
          "passenger",
          "student",
          "person",
          "personal",
          "kunden",
          "kunde");

  private static final List<String> KINDS =
      List.of("value", "field", "input", "txt", "text", "str", "param");

  private static final int SHORTEST_REST = 3;

  private JoinedWords() {}

  /** The words with each joined one in its parts. */
  static List<String> apart(List<String> words) {
    List<String> out = new ArrayList<>();
    for (String word : words) {
      String counted = withoutCount(word);
      String owner = first(OWNERS, counted, true);
      String rest = counted.substring(owner.length());
      String kind = first(KINDS, rest, false);
      if (!owner.isEmpty()) {
        out.add(owner);
      }
      out.add(rest.substring(0, rest.length() - kind.length()));
      if (!kind.isEmpty()) {
        out.add(kind);
      }
    }
    return out;
  }

  private static String withoutCount(String word) {
    int end = word.length();
    while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
      end--;
    }
    return end >= SHORTEST_REST && word.length() - end <= 2 ? word.substring(0, end) : word;
  }

  private static String first(List<String> affixes, String word, boolean front) {
    for (String affix : affixes) {
      boolean fits = front ? word.startsWith(affix) : word.endsWith(affix);
      if (fits && word.length() >= affix.length() + SHORTEST_REST) {
        return affix;
      }
    }
    return "";
  }
}
