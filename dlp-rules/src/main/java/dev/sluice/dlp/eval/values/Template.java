package dev.sluice.dlp.eval.values;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expands {@code {maker}}, {@code {maker:argument}} and {@code {maker|mask}}; in a mask {@code #}
 * takes the next character and everything else is written as it is.
 */
public final class Template {
  private static final Pattern PART =
      Pattern.compile("\\{([a-zA-Z0-9-]+)(?::([^|{}]*))?(?:\\|([^{}]*))?\\}");

  private Template() {}

  /** The text with every known maker replaced; other braces stay. */
  public static String expand(String template, Dice dice) {
    Matcher matcher = PART.matcher(template);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      Maker maker = Makers.BY_NAME.get(matcher.group(1));
      String made = maker == null ? matcher.group() : make(maker, matcher, dice);
      matcher.appendReplacement(text, Matcher.quoteReplacement(made));
    }
    return matcher.appendTail(text).toString();
  }

  private static String make(Maker maker, Matcher matcher, Dice dice) {
    String argument = matcher.group(2);
    String value = maker.make(dice, argument == null ? "" : argument);
    String mask = matcher.group(3);
    return mask == null ? value : masked(value, mask);
  }

  private static String masked(String value, String mask) {
    StringBuilder text = new StringBuilder(mask.length());
    int next = 0;
    for (char c : mask.toCharArray()) {
      if (c != '#') {
        text.append(c);
      } else if (next < value.length()) {
        text.append(value.charAt(next++));
      }
    }
    return text.append(value.substring(next)).toString();
  }
}
