package dev.sluice.dlp.validate;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.crypto.digests.KeccakDigest;

/** Addresses of crypto currencies, each with its own checksum. */
final class CryptoAddresses {

  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] BECH32_GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int BECH32_CHECK = 1;
  private static final int BECH32M_CHECK = 0x2bc830a3;
  private static final BigInteger FIFTY_EIGHT = BigInteger.valueOf(58);

  private CryptoAddresses() {}

  /** Base58Check: 21 bytes of version and hash, 4 of SHA-256 twice. */
  static boolean base58Check(String value) {
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < value.length(); i++) {
      int digit = BASE58.indexOf(value.charAt(i));
      if (digit < 0) {
        return false;
      }
      number = number.multiply(FIFTY_EIGHT).add(BigInteger.valueOf(digit));
    }
    byte[] bytes = fixed(number, 25);
    if (bytes.length != 25) {
      return false;
    }
    byte[] check = sha256(sha256(Arrays.copyOf(bytes, 21)));
    return Arrays.equals(check, 0, 4, bytes, 21, 25);
  }

  /** The number in exactly that many bytes; more if it does not fit. */
  private static byte[] fixed(BigInteger number, int size) {
    byte[] signed = number.toByteArray();
    int skip = signed[0] == 0 ? 1 : 0;
    int length = signed.length - skip;
    if (length > size) {
      return signed;
    }
    byte[] out = new byte[size];
    System.arraycopy(signed, skip, out, size - length, length);
    return out;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** BIP 173 and BIP 350: version 0 with the first constant, every other with the second. */
  static boolean bech32(String value) {
    String address = value.toLowerCase(Locale.ROOT);
    boolean oneCase = address.equals(value) || value.equals(value.toUpperCase(Locale.ROOT));
    int separator = address.lastIndexOf('1');
    if (!oneCase || separator < 1 || address.length() > 90 || address.length() - separator < 8) {
      return false;
    }
    int sum = 1;
    for (int i = 0; i < separator; i++) {
      sum = step(sum, address.charAt(i) >> 5);
    }
    sum = step(sum, 0);
    for (int i = 0; i < address.length(); i++) {
      int symbol = i < separator ? address.charAt(i) & 31 : BECH32.indexOf(address.charAt(i));
      if (i != separator) {
        if (symbol < 0) {
          return false;
        }
        sum = step(sum, symbol);
      }
    }
    return sum == (address.charAt(separator + 1) == 'q' ? BECH32_CHECK : BECH32M_CHECK);
  }

  private static int step(int sum, int symbol) {
    int top = sum >>> 25;
    int next = (sum & 0x1ffffff) << 5 ^ symbol;
    for (int i = 0; i < BECH32_GENERATOR.length; i++) {
      next ^= (top >>> i & 1) == 0 ? 0 : BECH32_GENERATOR[i];
    }
    return next;
  }

  /** EIP-55: a letter is upper case where the Keccak-256 of the lower-case form has 8 or more. */
  static boolean eip55(String value) {
    String digits = value.substring(2);
    String lower = digits.toLowerCase(Locale.ROOT);
    KeccakDigest keccak = new KeccakDigest(256);
    byte[] ascii = lower.getBytes(StandardCharsets.US_ASCII);
    keccak.update(ascii, 0, ascii.length);
    byte[] hash = new byte[32];
    keccak.doFinal(hash, 0);
    String hex = HexFormat.of().formatHex(hash);
    boolean upper = false;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      upper |= Character.isUpperCase(c);
      if (Character.isLetter(c)
          && Character.isUpperCase(c) != Character.digit(hex.charAt(i), 16) >= 8) {
        return false;
      }
    }
    return upper;
  }
}
