package dev.sluice.capture.synthetic;

import java.util.Random;

/** Seeded choices and the simple values made of them. Not thread-safe. */
final class Dice {
  static final String ALPHANUMERIC =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  static final String LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";

  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  /** 0 to {@code bound - 1}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** 1 at the least, {@code factor} at the most, small ones more often. */
  double spread(double factor) {
    return Math.exp(random.nextDouble() * Math.log(factor));
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  String from(String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  String hex(int length) {
    return from("0123456789abcdef", length);
  }

  /** Without a leading zero. */
  String digits(int length) {
    return from("123456789", 1) + from("0123456789", length - 1);
  }

  String uuid() {
    return hex(8) + "-" + hex(4) + "-4" + hex(3) + "-a" + hex(3) + "-" + hex(12);
  }

  String two(int least, int bound) {
    int n = least + below(bound);
    return (n < 10 ? "0" : "") + n;
  }

  String instant() {
    String date = "20" + two(20, 7) + "-" + two(1, 12) + "-" + two(1, 28);
    return date + "T" + two(0, 24) + ":" + two(0, 60) + ":" + two(0, 60) + ".000Z";
  }
}
