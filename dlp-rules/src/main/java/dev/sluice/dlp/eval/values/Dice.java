package dev.sluice.dlp.eval.values;

import java.util.List;
import java.util.Random;

/** Seeded choices. Not thread-safe. */
public final class Dice {
  static final String DIGITS = "0123456789";
  static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  static final String LOWER = "abcdefghijklmnopqrstuvwxyz";

  private final Random random;

  /** The same seed and name give the same choices. */
  public Dice(long seed, String name) {
    this.random = new Random(seed * 1_000_003L + name.hashCode());
  }

  /** From {@code low} to {@code high}, both included. */
  public int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** One of the items, which are not empty. */
  public <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  String of(String... items) {
    return pick(List.of(items));
  }

  /** So many characters of the alphabet. */
  String chars(String alphabet, int count) {
    StringBuilder text = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  String digits(int count) {
    return chars(DIGITS, count);
  }

  String upper(int count) {
    return chars(UPPER, count);
  }

  /** A number in so many digits, zeros in front. */
  String padded(int low, int high, int width) {
    return String.format("%0" + width + "d", between(low, high));
  }

  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
