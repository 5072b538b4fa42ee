package dev.sluice.dlp.transform;

import java.util.Locale;

/**
 * A Bech32 or Bech32m text (BIP 173 and 350), as block chain addresses and age keys are written.
 *
 * @param human what stands in front of the last {@code 1}, lower case
 * @param data the symbols behind it without the checksum, lower case
 * @param constant which of the two checksums it has
 */
record Bech32(String human, String data, int constant) {
  static final String SYMBOLS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

  private static final int CHECKSUM = 6;
  private static final int LONGEST = 90;
  private static final int FIRST = 1;
  private static final int M = 0x2bc830a3;
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };

  /** Whether the text has one case and a right checksum. */
  static boolean isOne(String text) {
    return sum(text) != 0;
  }

  /** The parts of a text that {@link #isOne} accepts. */
  static Bech32 of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int one = lower.lastIndexOf('1');
    return new Bech32(
        lower.substring(0, one), lower.substring(one + 1, lower.length() - CHECKSUM), sum(text));
  }

  /** In lower case, with its checksum. */
  String text() {
    int sum = polymod(human, data + "q".repeat(CHECKSUM)) ^ constant;
    StringBuilder out = new StringBuilder(human).append('1').append(data);
    for (int i = CHECKSUM - 1; i >= 0; i--) {
      out.append(SYMBOLS.charAt(sum >>> 5 * i & 31));
    }
    return out.toString();
  }

  /** The constant of the checksum; 0 if there is none. */
  private static int sum(String text) {
    if (text.length() > LONGEST) {
      return 0;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    boolean oneCase = lower.equals(text) || text.equals(text.toUpperCase(Locale.ROOT));
    int one = lower.lastIndexOf('1');
    if (!oneCase || one < 1 || lower.length() - one <= CHECKSUM + 1) {
      return 0;
    }
    String symbols = lower.substring(one + 1);
    if (!symbols.chars().allMatch(c -> SYMBOLS.indexOf(c) >= 0)) {
      return 0;
    }
    int sum = polymod(lower.substring(0, one), symbols);
    return sum == FIRST || sum == M ? sum : 0;
  }

  private static int polymod(String human, String symbols) {
    int sum = 1;
    for (int i = 0; i < human.length(); i++) {
      sum = step(sum, human.charAt(i) >> 5);
    }
    sum = step(sum, 0);
    for (int i = 0; i < human.length(); i++) {
      sum = step(sum, human.charAt(i) & 31);
    }
    for (int i = 0; i < symbols.length(); i++) {
      sum = step(sum, SYMBOLS.indexOf(symbols.charAt(i)));
    }
    return sum;
  }

  private static int step(int sum, int symbol) {
    int top = sum >>> 25;
    int next = (sum & 0x1ffffff) << 5 ^ symbol;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= (top >>> i & 1) == 0 ? 0 : GENERATOR[i];
    }
    return next;
  }

  /** Not its text: that is raw. */
  @Override
  public String toString() {
    return "[bech32]";
  }
}
