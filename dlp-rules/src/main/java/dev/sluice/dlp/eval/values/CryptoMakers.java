package dev.sluice.dlp.eval.values;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;

/** Addresses of block chains. */
final class CryptoMakers {
  private static final String B58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String B32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };

  private CryptoMakers() {}

  static Map<String, Maker> all() {
    return Map.of(
        "btc", (dice, a) -> base58(dice, 0),
        "btc-p2sh", (dice, a) -> base58(dice, 5),
        "btc-segwit", (dice, a) -> segwit(dice),
        "eth", (dice, a) -> ethereum(dice));
  }

  /** Base58Check of a version byte and a 20-byte hash. */
  private static String base58(Dice dice, int version) {
    byte[] payload = Arrays.copyOf(new byte[] {(byte) version}, 25);
    System.arraycopy(dice.bytes(20), 0, payload, 1, 20);
    byte[] check =
        digest(new SHA256Digest(), digest(new SHA256Digest(), Arrays.copyOf(payload, 21)));
    System.arraycopy(check, 0, payload, 21, 4);
    StringBuilder text = new StringBuilder();
    for (BigInteger n = new BigInteger(1, payload); n.signum() > 0; n = n.divide(base())) {
      text.append(B58.charAt(n.mod(base()).intValue()));
    }
    for (int i = 0; i < payload.length && payload[i] == 0; i++) {
      text.append('1');
    }
    return text.reverse().toString();
  }

  private static BigInteger base() {
    return BigInteger.valueOf(58);
  }

  /** BIP 173, witness version 0, 20 bytes. */
  private static String segwit(Dice dice) {
    int[] data = new int[33];
    for (int i = 1; i < data.length; i++) {
      data[i] = dice.between(0, 31);
    }
    int[] expanded = {3, 3, 0, 2, 3};
    int check = 1;
    for (int value : expanded) {
      check = polymod(check, value);
    }
    StringBuilder text = new StringBuilder("bc1");
    for (int value : data) {
      check = polymod(check, value);
      text.append(B32.charAt(value));
    }
    for (int i = 0; i < 6; i++) {
      check = polymod(check, 0);
    }
    check ^= 1;
    for (int i = 0; i < 6; i++) {
      text.append(B32.charAt(check >>> (5 * (5 - i)) & 31));
    }
    return text.toString();
  }

  private static int polymod(int check, int value) {
    int top = check >>> 25;
    int next = (check & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < 5; i++) {
      next ^= (top >>> i & 1) == 1 ? GENERATOR[i] : 0;
    }
    return next;
  }

  /** EIP-55: letters are upper case where the hash of the lower-case address says so. */
  private static String ethereum(Dice dice) {
    String hex = HexFormat.of().formatHex(dice.bytes(20));
    byte[] hash = digest(new KeccakDigest(256), hex.getBytes(StandardCharsets.US_ASCII));
    StringBuilder text = new StringBuilder("0x");
    for (int i = 0; i < hex.length(); i++) {
      boolean upper = (hash[i / 2] >>> (i % 2 == 0 ? 4 : 0) & 15) >= 8;
      text.append(upper ? Character.toUpperCase(hex.charAt(i)) : hex.charAt(i));
    }
    return text.toString();
  }

  private static byte[] digest(Digest digest, byte[] input) {
    byte[] output = new byte[digest.getDigestSize()];
    digest.update(input, 0, input.length);
    digest.doFinal(output, 0);
    return output;
  }
}
