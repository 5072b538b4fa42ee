package dev.sluice.dlp.rules.foreign;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A regular expression of another tool, as RE2 with the value in the groups that count. What stands
 * at the very ends as a look at one neighbouring character, or as a look that only asks for
 * something, is expressed by consuming it outside the value's group; the rest is refused with its
 * reason.
 */
final class ForeignRegex {

  private ForeignRegex() {}

  /** What came of it: either a pattern or why there is none. */
  record Outcome(Optional<String> pattern, String reason) {
    static Outcome ok(String pattern) {
      return new Outcome(Optional.of(pattern), "");
    }

    static Outcome refused(String reason) {
      return new Outcome(Optional.empty(), reason);
    }
  }

  /** The whole match is the value; the flags of {@code prefix}, such as {@code (?is)}, apply. */
  static Outcome whole(String prefix, String regex) {
    return translate(prefix, regex, Set.of(), true);
  }

  /** The value is that group; 0 asks for the first that took part, or else the whole match. */
  static Outcome group(String regex, int group) {
    RegexParts parts = RegexParts.of(regex);
    int groups = (int) parts.groups().stream().filter(RegexParts.Group::captures).count();
    if (group > groups) {
      return Outcome.refused("its secretGroup is " + group + ", the regex has " + groups);
    }
    Set<Integer> wanted = new TreeSet<>();
    for (int g = 1; g <= groups; g++) {
      if (group == 0 || g == group) {
        wanted.add(g);
      }
    }
    return translate("", regex, wanted, groups == 0);
  }

  private static Outcome translate(String flags, String raw, Set<Integer> wanted, boolean whole) {
    String regex = raw.replace("\\Z", "\\z").replaceFirst("^\\(\\?[auL]+\\)", "");
    RegexParts parts = RegexParts.of(regex);
    if (parts.backreference()) {
      return Outcome.refused("it refers back to a group");
    }
    if (parts.possessive()) {
      return Outcome.refused("it has a possessive quantifier");
    }
    Ends ends = Ends.of(regex, parts);
    if (ends.reason().isPresent()) {
      return Outcome.refused(ends.reason().get());
    }
    String body = onlyGroups(regex, parts, ends, wanted);
    boolean consumes = !ends.before().isEmpty() || !ends.after().isEmpty();
    if (whole && consumes) {
      body = "(" + body + ")";
    }
    return compiled(flags + ends.before() + body + ends.after());
  }

  /** Groups that are not wanted no longer capture; what {@code ends} took away is cut off. */
  private static String onlyGroups(String regex, RegexParts parts, Ends ends, Set<Integer> wanted) {
    StringBuilder out = new StringBuilder();
    int at = ends.bodyStart();
    int number = 0;
    for (RegexParts.Group group : parts.groups()) {
      if (!group.captures()) {
        continue;
      }
      number++;
      if (group.open() < ends.bodyStart() || group.open() >= ends.bodyEnd()) {
        continue;
      }
      out.append(regex, at, group.open()).append(wanted.contains(number) ? "(" : "(?:");
      at = group.body();
    }
    return out.append(regex, at, ends.bodyEnd()).toString();
  }

  private static Outcome compiled(String pattern) {
    try {
      return Pattern.compile(pattern).matcher("").find()
          ? Outcome.refused("it matches the empty text")
          : Outcome.ok(pattern);
    } catch (PatternSyntaxException e) {
      return Outcome.refused("RE2 says: " + e.getDescription());
    }
  }
}
