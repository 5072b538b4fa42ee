package dev.sluice.dlp.transform;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.KeccakDigest;

/** {@code 0x} and 20 bytes in hexadecimal, in one case or with the checksum of EIP-55. */
final class EthereumAddress {
  private static final Pattern ONE_CASE = Pattern.compile("0x(?:[0-9a-f]{40}|[0-9A-F]{40})");
  private static final Pattern ANY_CASE = Pattern.compile("0x[0-9a-fA-F]{40}");

  private EthereumAddress() {}

  static boolean isOne(String text) {
    return ANY_CASE.matcher(text).matches() && text.equals(like(text, text));
  }

  /** Whether letters of both cases stand in the address when it is written with its checksum. */
  static boolean showsChecksum(String address) {
    String checked = "0x" + checksum(address.substring(2).toLowerCase(Locale.ROOT));
    return ANY_CASE.matcher(checked).matches() && !ONE_CASE.matcher(checked).matches();
  }

  /** The address in the case of another: one case as that, else with its checksum. */
  static String like(String other, String address) {
    String digits = address.substring(2).toLowerCase(Locale.ROOT);
    if (!ONE_CASE.matcher(other).matches()) {
      return "0x" + checksum(digits);
    }
    boolean upper = other.chars().anyMatch(c -> c >= 'A' && c <= 'F');
    return "0x" + (upper ? digits.toUpperCase(Locale.ROOT) : digits);
  }

  /** A letter is upper case where the Keccak-256 of the lower-case digits has 8 or more. */
  private static String checksum(String digits) {
    KeccakDigest keccak = new KeccakDigest(256);
    byte[] ascii = digits.getBytes(StandardCharsets.US_ASCII);
    keccak.update(ascii, 0, ascii.length);
    byte[] hash = new byte[keccak.getDigestSize()];
    keccak.doFinal(hash, 0);
    StringBuilder out = new StringBuilder(digits);
    for (int i = 0; i < digits.length(); i++) {
      boolean upper = (hash[i / 2] >>> (i % 2 == 0 ? 4 : 0) & 15) >= 8;
      out.setCharAt(i, upper ? Character.toUpperCase(digits.charAt(i)) : digits.charAt(i));
    }
    return out.toString();
  }
}
