package dev.sluice.capture.proxy;

import java.security.SecureRandom;
import java.time.Instant;

/** ULIDs (github.com/ulid/spec): 48 bits of time, 80 bits of chance, in Crockford's base 32. */
final class Ulid {
  private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ulid() {}

  static String of(Instant time) {
    byte[] random = new byte[10];
    RANDOM.nextBytes(random);
    char[] ulid = new char[26];
    digits(time.toEpochMilli(), ulid, 0, 10);
    digits(bits(random, 0), ulid, 10, 8);
    digits(bits(random, 5), ulid, 18, 8);
    return new String(ulid);
  }

  private static long bits(byte[] random, int from) {
    long bits = 0;
    for (int i = from; i < from + 5; i++) {
      bits = bits << 8 | (random[i] & 0xff);
    }
    return bits;
  }

  private static void digits(long bits, char[] out, int from, int count) {
    long rest = bits;
    for (int i = from + count - 1; i >= from; i--) {
      out[i] = DIGITS[(int) (rest & 31)];
      rest >>>= 5;
    }
  }
}
