package dev.sluice.dlp.validate;

import java.util.List;
import java.util.Locale;

/** Whether a text can have come from a generator of keys. */
final class Randomness {

  /** Words of documentation: what holds one is an example, whatever else it looks like. */
  private static final List<String> EXAMPLE_WORDS =
      List.of(
          "example",
          "sample",
          "dummy",
          "placeholder",
          "redacted",
          "changeme",
          "change_me",
          "change-me",
          "insert",
          "replace",
          "xxxx",
          "****",
          "....",
          "your_",
          "your-",
          "yourkey",
          "yourapi",
          "yourtoken",
          "yoursecret",
          "my_secret",
          "mysecret",
          "foobar",
          "notreal",
          "not-real",
          "fake_",
          "fakekey",
          "deadbeef",
          "lorem",
          "todo",
          "process.env",
          "getenv",
          "undefined");

  /** Runs along the alphabet or the keyboard; what is mostly one was typed, not drawn. */
  private static final List<String> SEQUENCES =
      List.of(
          "0123456789012345678901234567890123456789",
          "1234567890abcdefghijklmnopqrstuvwxyz1234567890",
          "0123456789abcdef0123456789abcdef",
          "qwertyuiopasdfghjklzxcvbnm",
          "9876543210987654321098765432109876543210");

  /** By two characters of ASCII: whether the second follows the first in a sequence. */
  private static final boolean[] FOLLOWS = new boolean[128 * 128];

  static {
    for (String sequence : SEQUENCES) {
      for (int i = 1; i < sequence.length(); i++) {
        FOLLOWS[sequence.charAt(i - 1) * 128 + sequence.charAt(i)] = true;
      }
    }
  }

  private static final int LONGEST_RUN = 5;
  private static final int SHORTEST_RUN = 3;
  private static final int SHORTEST_SEQUENCE = 8;
  private static final int SHORTEST_LETTERS = 16;
  private static final int SHORTEST_OF_ONE_CASE = 24;

  private Randomness() {}

  /** Nothing of an example: no word of documentation, no run of one character, entropy as drawn. */
  static boolean live(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return EXAMPLE_WORDS.stream().noneMatch(lower::contains)
        && !hasRun(lower)
        && !mostlyRuns(lower)
        && bitsPerCharacter(value) >= leastBits(value.length());
  }

  /** Letters and digits as drawn: no words, no sequence, nothing of an example. */
  static boolean random(String value) {
    return (Secrets.mixed(value) || lettersOnly(value))
        && live(value)
        && !isTime(value)
        && !mostlySequence(value.toLowerCase(Locale.ROOT))
        && (isHex(value) || !Wordiness.isWordy(value));
  }

  /** A date of ISO 8601 in front. */
  private static boolean isTime(String value) {
    return value.length() >= 10
        && value.charAt(4) == '-'
        && value.charAt(7) == '-'
        && Digits.areAll(value.substring(0, 4) + value.substring(5, 7) + value.substring(8, 10));
  }

  /**
   * A key of some length may hold no digit; its cases change where those of words do not, or its
   * letters are such as no language puts together.
   */
  private static boolean lettersOnly(String value) {
    return value.length() >= SHORTEST_LETTERS
        && value.chars().allMatch(Character::isLetter)
        && (Wordiness.isPatchwork(value)
            || (value.length() >= SHORTEST_OF_ONE_CASE || !isOneCase(value))
                && Wordiness.isUnspeakable(value));
  }

  private static boolean isOneCase(String value) {
    return value.equals(value.toLowerCase(Locale.ROOT))
        || value.equals(value.toUpperCase(Locale.ROOT));
  }

  private static boolean hasRun(String value) {
    int run = 1;
    for (int i = 1; i < value.length(); i++) {
      run = value.charAt(i) == value.charAt(i - 1) ? run + 1 : 1;
      if (run > LONGEST_RUN) {
        return true;
      }
    }
    return false;
  }

  /** Whether half of it are characters that stand three times or more in a row. */
  private static boolean mostlyRuns(String value) {
    int covered = 0;
    int start = 0;
    for (int i = 1; i <= value.length(); i++) {
      if (i == value.length() || value.charAt(i) != value.charAt(start)) {
        covered += i - start >= SHORTEST_RUN ? i - start : 0;
        start = i;
      }
    }
    return covered * 2 >= value.length();
  }

  /** Whether parts of sequences, of at least eight characters, make up half of it. */
  private static boolean mostlySequence(String value) {
    int covered = 0;
    int i = 0;
    while (i < value.length()) {
      int length = follows(value, i) ? sequenceAt(value, i) : 1;
      if (length >= SHORTEST_SEQUENCE) {
        covered += length;
        i += length;
      } else {
        i++;
      }
    }
    return covered * 2 >= value.length();
  }

  private static boolean follows(String value, int start) {
    if (start + 1 >= value.length()) {
      return false;
    }
    char one = value.charAt(start);
    char next = value.charAt(start + 1);
    return one < 128 && next < 128 && FOLLOWS[one * 128 + next];
  }

  private static int sequenceAt(String value, int start) {
    int longest = 0;
    for (String sequence : SEQUENCES) {
      int at = sequence.indexOf(value.charAt(start));
      int length = 0;
      while (at >= 0
          && start + length < value.length()
          && at + length < sequence.length()
          && sequence.charAt(at + length) == value.charAt(start + length)) {
        length++;
      }
      longest = Math.max(longest, length);
    }
    return longest;
  }

  private static boolean isHex(String value) {
    return value.chars().allMatch(c -> c == '-' || Character.digit(c, 16) >= 0);
  }

  /** Two thirds of what that many characters drawn from sixteen can hold. */
  private static double leastBits(int length) {
    return 0.66 * Math.min(4, Math.log(length) / Math.log(2));
  }

  private static double bitsPerCharacter(String value) {
    int[] counts = new int[128];
    for (int i = 0; i < value.length(); i++) {
      counts[value.charAt(i) & 127]++;
    }
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / value.length();
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }
}
