package dev.sluice.dlp.transform;

import dev.sluice.dlp.keys.KeyRing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Values as sealed text: {@code siv1.} and base64url of AES-SIV under the family's key. Whoever
 * holds the key opens it again; without it nothing shows but the length. Thread-safe.
 */
final class Encryption {
  private static final String PREFIX = "siv1.";
  private static final Base64.Encoder B64 = Base64.getUrlEncoder().withoutPadding();

  private final KeyRing keys;

  Encryption(KeyRing keys) {
    this.keys = keys;
  }

  String seal(String family, String value) {
    byte[] sealed = siv(family).seal(List.of(bytes(family)), bytes(value));
    return PREFIX + B64.encodeToString(sealed);
  }

  /** The original; empty for what this key did not seal. */
  Optional<String> open(String family, String sealed) {
    if (!sealed.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      byte[] raw = Base64.getUrlDecoder().decode(sealed.substring(PREFIX.length()));
      return siv(family)
          .open(List.of(bytes(family)), raw)
          .map(plain -> new String(plain, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private AesSiv siv(String family) {
    return new AesSiv(keys.subkey("encrypt/mac/" + family), keys.subkey("encrypt/text/" + family));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
