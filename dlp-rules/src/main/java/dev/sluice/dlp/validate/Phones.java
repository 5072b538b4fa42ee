package dev.sluice.dlp.validate;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers by libphonenumber, which knows the numbering plans of all countries and where a
 * number ends. It is asked about short texts only, and its data are read with the first of them.
 */
final class Phones implements Validator {

  private static final String INTERNATIONAL = "ZZ";

  /** Where a number without a country code may be from. */
  private static final List<String> REGIONS =
      List.of(
          "US", "GB", "DE", "FR", "IN", "IL", "CA", "BR", "ES", "IT", "AU", "NL", "MX", "JP", "CN",
          "ZA");

  private static final int LONGEST = 64;
  private static final int MOST_TRIES = 3;
  private static final int MOST_DIGITS = 21;

  /** Dates, dotted quads and versions, decimals and thousands: digits with the same separators. */
  private static final Pattern OTHER =
      Pattern.compile(
          "(?:19|20)\\d{2}([-/. ])\\d{1,2}\\1\\d{1,2}\\b.*|\\d{1,2}([-/.])\\d{1,2}\\2(?:19|20)?\\d{2}\\b.*"
              + "|\\d{1,3}(?:\\.\\d{1,3}){3}|\\d+\\.\\d{1,4}|\\d{1,3}(?: \\d{3})+"
              + "|(?:(?:19|20)\\d{2} ?- ?){2}.*|(?:\\d{4}[ -]){3}\\d{1,7}|\\d{3}-\\d{2}-\\d{4}"
              + "|\\d{2}-\\d{7}|\\d{5}-\\d{4}");

  private final boolean international;

  private Phones(boolean international) {
    this.international = international;
  }

  /** With its country code behind a plus. */
  static Phones international() {
    return new Phones(true);
  }

  /** As it is dialled in one of the default regions. */
  static Phones national() {
    return new Phones(false);
  }

  @Override
  public boolean accepts(String value) {
    Part part = find(value);
    return part != null && part.start() == 0 && part.end() == value.length();
  }

  @Override
  public @Nullable Part find(String value) {
    String digits = Digits.only(value);
    if (value.length() > LONGEST || digits.length() > MOST_DIGITS || digits.length() < 7) {
      return null;
    }
    if (international) {
      if (isWhole(value)) {
        return new Part(0, value.length());
      }
      Part valid = first(value, INTERNATIONAL, Leniency.VALID);
      return valid != null ? valid : first(value, INTERNATIONAL, Leniency.POSSIBLE);
    }
    if (OTHER.matcher(value).matches() || Digits.allSame(digits)) {
      return null;
    }
    for (String region : REGIONS) {
      Part part = first(value, region, Leniency.VALID);
      if (part != null) {
        return part;
      }
    }
    return null;
  }

  /** Whether all of the value is one number; a shortcut past the search for one in a text. */
  private static boolean isWhole(String value) {
    if (value.charAt(0) != '+' || !isDigit(value.charAt(value.length() - 1))) {
      return false;
    }
    for (int i = 1; i < value.length(); i++) {
      if (!isDigit(value.charAt(i)) && " -.()".indexOf(value.charAt(i)) < 0) {
        return false;
      }
    }
    try {
      PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
      return numbers.isValidNumber(numbers.parse(value, INTERNATIONAL));
    } catch (NumberParseException e) {
      return false;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static @Nullable Part first(String value, String region, Leniency leniency) {
    Iterator<PhoneNumberMatch> matches =
        PhoneNumberUtil.getInstance().findNumbers(value, region, leniency, MOST_TRIES).iterator();
    if (!matches.hasNext()) {
      return null;
    }
    PhoneNumberMatch match = matches.next();
    return new Part(match.start(), match.end());
  }
}
