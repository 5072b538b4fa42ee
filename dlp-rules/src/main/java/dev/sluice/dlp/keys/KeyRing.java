package dev.sluice.dlp.keys;

import dev.sluice.model.ContentDigest;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Tokenization keys. Never prints them. Immutable and thread-safe. */
public final class KeyRing {
  private final byte[] master;

  private KeyRing(byte[] master) {
    this.master = master.clone();
  }

  /** A key ring of 32 bytes. */
  public static KeyRing of(byte[] master) {
    if (master.length != 32) {
      throw new SluiceException("a tokenization key has 32 bytes");
    }
    return new KeyRing(master);
  }

  /** A throw-away key. */
  public static KeyRing random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new KeyRing(bytes);
  }

  /** The key in a file. */
  public static KeyRing fromFile(Path file) {
    try {
      return of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new SluiceException("the key file " + file + " cannot be read");
    }
  }

  /** Names the key, does not reveal it. */
  public String keyId() {
    return "k-"
        + ContentDigest.of(
                ContentDigest.of(master).getBytes(java.nio.charset.StandardCharsets.US_ASCII))
            .substring(7, 15);
  }

  @Override
  public String toString() {
    return "[key ring " + keyId() + "]";
  }
}
