package dev.sluice.dlp.rules.foreign;

import dev.sluice.dlp.rules.foreign.RegexParts.Group;
import java.util.List;
import java.util.Optional;

/**
 * A regular expression without the looks at its two ends.
 *
 * @param before what is consumed in front of the body instead of a look behind
 * @param after what is consumed behind it instead of a look ahead
 * @param bodyStart where the body begins
 * @param bodyEnd where it ends
 * @param reason why it cannot be expressed, if so
 */
record Ends(String before, String after, int bodyStart, int bodyEnd, Optional<String> reason) {

  static Ends of(String regex, RegexParts parts) {
    List<Group> looks = parts.groups().stream().filter(Group::isLookaround).toList();
    Optional<Group> other =
        parts.groups().stream()
            .filter(g -> g.head().equals("(?>") || g.head().equals("(?("))
            .findFirst();
    if (other.isPresent()) {
      return refused("it has an atomic or conditional group");
    }
    if (looks.isEmpty()) {
      return new Ends("", "", 0, regex.length(), Optional.empty());
    }
    return parts.topLevelChoice() ? refused("it looks around inside a choice") : cut(regex, looks);
  }

  private static Ends cut(String regex, List<Group> looks) {
    String before = "";
    String after = "";
    int start = leadingFlags(regex);
    int end = regex.length();
    for (Group look : looks) {
      boolean behind = look.head().startsWith("(?<");
      boolean negative = look.head().endsWith("!");
      String inner = regex.substring(look.body(), look.close());
      if (RegexParts.of(inner).groups().stream().anyMatch(Group::captures)) {
        return refused("it has a group inside a look around");
      }
      Optional<String> consumed =
          negative ? notThat(inner, behind) : Optional.of("(?:" + inner + ")");
      if (consumed.isPresent() && behind && look.open() == start && before.isEmpty()) {
        before = regex.substring(0, start) + consumed.get();
        start = look.close() + 1;
      } else if (consumed.isPresent() && !behind && look.close() == end - 1 && after.isEmpty()) {
        after = consumed.get();
        end = look.open();
      } else {
        return refused("it looks around where RE2 cannot: " + look.head() + "…)");
      }
    }
    return new Ends(before, after, start, end, Optional.empty());
  }

  /** Flags such as {@code (?i)} in front stay in front. */
  private static int leadingFlags(String regex) {
    return regex.matches("(?s)\\(\\?[imsU]+\\).*") ? regex.indexOf(')') + 1 : 0;
  }

  /** One character that is not of that class, or the end of the text. */
  private static Optional<String> notThat(String inner, boolean behind) {
    String edge = behind ? "\\A" : "\\z";
    return negated(inner).map(none -> "(?:" + edge + "|" + none + ")");
  }

  private static Optional<String> negated(String one) {
    if (one.matches("\\\\[dDwWsS]")) {
      char c = one.charAt(1);
      return Optional.of(
          "\\" + (Character.isLowerCase(c) ? Character.toUpperCase(c) : Character.toLowerCase(c)));
    }
    if (one.startsWith("[") && RegexParts.classEnd(one, 0) == one.length()) {
      return Optional.of(one.startsWith("[^") ? "[" + one.substring(2) : "[^" + one.substring(1));
    }
    if (one.matches("\\\\[^A-Za-z0-9]")) {
      return Optional.of("[^" + one + "]");
    }
    boolean literal = one.length() == 1 && ".^$*+?()[]{}|\\".indexOf(one.charAt(0)) < 0;
    return literal ? Optional.of("[^" + one + "]") : Optional.empty();
  }

  private static Ends refused(String reason) {
    return new Ends("", "", 0, 0, Optional.of(reason));
  }
}
