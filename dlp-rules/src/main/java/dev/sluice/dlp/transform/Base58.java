package dev.sluice.dlp.transform;

import dev.sluice.model.ContentDigest;
import java.math.BigInteger;
import java.util.Arrays;

/** Base58Check of a version byte and a hash of 20 bytes, as most block chains write addresses. */
final class Base58 {
  /** Bytes in front of the checksum. */
  static final int PAYLOAD = 21;

  private static final int CHECKSUM = 4;
  private static final int LONGEST = 35;
  private static final int SHORTEST = 25;
  private static final String SYMBOLS =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final BigInteger RADIX = BigInteger.valueOf(SYMBOLS.length());

  private Base58() {}

  /** Version and hash; empty if the text is no address with a right checksum. */
  static byte[] payload(String text) {
    if (text.length() < SHORTEST || text.length() > LONGEST) {
      return new byte[0];
    }
    BigInteger n = BigInteger.ZERO;
    for (int i = 0; i < text.length(); i++) {
      int symbol = SYMBOLS.indexOf(text.charAt(i));
      if (symbol < 0) {
        return new byte[0];
      }
      n = n.multiply(RADIX).add(BigInteger.valueOf(symbol));
    }
    if (n.bitLength() > 8 * (PAYLOAD + CHECKSUM)) {
      return new byte[0];
    }
    byte[] number = n.toByteArray();
    int from = number[0] == 0 ? 1 : 0;
    byte[] all = new byte[PAYLOAD + CHECKSUM];
    System.arraycopy(number, from, all, all.length - number.length + from, number.length - from);
    byte[] payload = Arrays.copyOf(all, PAYLOAD);
    boolean right = Arrays.equals(sum(payload), 0, CHECKSUM, all, PAYLOAD, all.length);
    return right && text.equals(text(payload)) ? payload : new byte[0];
  }

  /** The address of a version and hash. */
  static String text(byte[] payload) {
    byte[] all = Arrays.copyOf(payload, PAYLOAD + CHECKSUM);
    System.arraycopy(sum(payload), 0, all, PAYLOAD, CHECKSUM);
    StringBuilder out = new StringBuilder(LONGEST);
    for (BigInteger n = new BigInteger(1, all); n.signum() > 0; n = n.divide(RADIX)) {
      out.append(SYMBOLS.charAt(n.mod(RADIX).intValue()));
    }
    for (int i = 0; i < all.length && all[i] == 0; i++) {
      out.append(SYMBOLS.charAt(0));
    }
    return out.reverse().toString();
  }

  private static byte[] sum(byte[] payload) {
    return ContentDigest.sha256().digest(ContentDigest.sha256().digest(payload));
  }
}
