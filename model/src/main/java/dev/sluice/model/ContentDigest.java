package dev.sluice.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 helpers (FIPS 180-4). Every digest Sluice shows is {@code sha256:} and 64 hex digits. */
public final class ContentDigest {
  private ContentDigest() {}

  /** A fresh SHA-256 engine. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256", e);
    }
  }

  /** {@code sha256:<hex>} of the bytes. */
  public static String of(byte[] bytes) {
    return "sha256:" + HexFormat.of().formatHex(sha256().digest(bytes));
  }
}
