package dev.sluice.cli.shop;

import java.util.Random;

/** Makes the shop's partner credentials at start-up, so that none stands in a file. */
final class Tokens {
  private static final String ALNUM =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private Tokens() {}

  static String random(Random r, int length) {
    StringBuilder out = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      out.append(ALNUM.charAt(r.nextInt(ALNUM.length())));
    }
    return out.toString();
  }

  /** A key of the gateway's form. */
  static String gatewayKey(Random r) {
    return String.join("_", "sk", "live", random(r, 32));
  }
}
