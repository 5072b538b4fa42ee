package dev.sluice.dlp.transform;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/**
 * A parameter a transform takes.
 *
 * @param form what may stand there, for help and error texts: {@code a whole number from 1 to 64}
 * @param meaning what it does, and what holds without it
 */
public record Parameter(String name, String form, String meaning, Predicate<List<String>> accepts) {

  static Parameter number(String name, int least, int most, String meaning) {
    return new Parameter(
        name,
        "a whole number from " + least + " to " + most,
        meaning,
        values -> values.size() == 1 && isWithin(values.get(0), least, most));
  }

  static Parameter choice(String name, List<String> choices, String meaning) {
    return new Parameter(
        name,
        "one of " + String.join(", ", choices),
        meaning,
        values -> values.size() == 1 && choices.contains(values.get(0)));
  }

  static Parameter text(String name, int most, String meaning) {
    return new Parameter(
        name,
        "text of 1 to " + most + " characters",
        meaning,
        values -> values.size() == 1 && !values.get(0).isEmpty() && values.get(0).length() <= most);
  }

  static Parameter amount(String name, String meaning) {
    return new Parameter(
        name,
        "a number above 0",
        meaning,
        values -> values.size() == 1 && isDecimal(values.get(0)) && isPositive(values.get(0)));
  }

  /** Two or more numbers, each above the one before it. */
  static Parameter ascending(String name, String meaning) {
    return new Parameter(
        name, "a list of two or more rising numbers", meaning, Parameter::isAscending);
  }

  private static boolean isAscending(List<String> values) {
    if (values.size() < 2 || !values.stream().allMatch(Parameter::isDecimal)) {
      return false;
    }
    for (int i = 1; i < values.size(); i++) {
      if (new BigDecimal(values.get(i)).compareTo(new BigDecimal(values.get(i - 1))) <= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWithin(String text, int least, int most) {
    return text.matches("[0-9]{1,9}")
        && Integer.parseInt(text) >= least
        && Integer.parseInt(text) <= most;
  }

  private static boolean isDecimal(String text) {
    return text.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?");
  }

  private static boolean isPositive(String text) {
    return new BigDecimal(text).signum() > 0;
  }
}
