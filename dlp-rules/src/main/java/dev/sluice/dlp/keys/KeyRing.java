package dev.sluice.dlp.keys;

import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * One tokenization key of 32 bytes and the subkeys derived from it by HKDF-SHA-256 (RFC 5869).
 * Never prints or returns the key itself. Thread-safe.
 */
public final class KeyRing {
  /** The environment variable that holds a key as 64 hex digits or as base64. */
  public static final String ENVIRONMENT = "SLUICE_KEY";

  private static final int KEY_BYTES = 32;
  private static final byte[] SALT = "sluice-key-ring-v1".getBytes(StandardCharsets.US_ASCII);

  private final Master master;
  private final String keyId;
  private final String scope;

  /** The key's only copy, shared by all scopes, so that destroying one destroys it for all. */
  private static final class Master {
    private final byte[] bytes;
    private volatile boolean destroyed;

    Master(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    synchronized byte[] derive(String purpose, int length) {
      if (destroyed) {
        throw new SluiceException("the tokenization key was destroyed; open it again");
      }
      return Hkdf.derive(bytes, SALT, purpose.getBytes(StandardCharsets.UTF_8), length);
    }

    synchronized void destroy() {
      destroyed = true;
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private KeyRing(Master master, String scope) {
    this.master = master;
    this.scope = scope;
    this.keyId = "k-" + HexFormat.of().formatHex(master.derive("key-id", 8));
  }

  /** A key ring over 32 bytes; the array is copied. */
  public static KeyRing of(byte[] master) {
    if (master.length != KEY_BYTES) {
      throw new SluiceException(
          "the tokenization key has "
              + master.length
              + " bytes; it must have 32 (make one: openssl rand -hex 32)");
    }
    return new KeyRing(new Master(master), "");
  }

  /** A key that exists in this process only. */
  public static KeyRing random() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return of(bytes);
  }

  /** The key in a file: 32 raw bytes, or 64 hex digits, or base64. */
  public static KeyRing fromFile(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      return content.length == KEY_BYTES
          ? of(content)
          : fromText(new String(content, StandardCharsets.ISO_8859_1), "key file " + file);
    } catch (IOException e) {
      throw new SluiceException(
          "cannot read the key file " + file + "; check that it exists and is yours to read");
    }
  }

  /** The key in {@link #ENVIRONMENT}. */
  public static KeyRing fromEnv() {
    String text = System.getenv(ENVIRONMENT);
    if (text == null || text.isBlank()) {
      throw new SluiceException(
          "no tokenization key: set "
              + ENVIRONMENT
              + " or name a key file (make one: openssl rand -hex 32)");
    }
    return fromText(text, "variable " + ENVIRONMENT);
  }

  /** Whether others than its owner may read the file; a key file should be mode 0600. */
  public static boolean isExposed(Path file) {
    try {
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
      return mode.stream()
          .anyMatch(p -> p.name().startsWith("GROUP") || p.name().startsWith("OTHERS"));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Names the key without revealing it: {@code k-} and 16 hex digits. */
  public String keyId() {
    return keyId;
  }

  /**
   * The same key for one tenant and epoch: none of its subkeys is one of another scope's, so that
   * values cannot be linked across.
   */
  public KeyRing scoped(String tenant, String epoch) {
    return new KeyRing(
        master, tenant.length() + ":" + tenant + "/" + epoch.length() + ":" + epoch + "/");
  }

  /**
   * Overwrites this key in memory, for example after an environment's data was erased: for this
   * ring and for all rings scoped from it. Asking for a subkey afterwards fails.
   */
  public void destroy() {
    master.destroy();
  }

  /** Whether {@link #destroy} was called on this ring or one that shares its key. */
  public boolean isDestroyed() {
    return master.destroyed;
  }

  /**
   * The 32-byte subkey for a purpose, for example {@code surrogate/EMAIL_ADDRESS}; the caller's own
   * copy.
   *
   * @throws SluiceException if the key was destroyed
   */
  public byte[] subkey(String purpose) {
    return master.derive(scope + purpose, KEY_BYTES);
  }

  private static KeyRing fromText(String text, String where) {
    String trimmed = text.strip();
    try {
      byte[] key =
          trimmed.length() == 2 * KEY_BYTES
              ? HexFormat.of().parseHex(trimmed)
              : Base64.getDecoder().decode(trimmed);
      return of(key);
    } catch (IllegalArgumentException e) {
      throw new SluiceException(
          "the "
              + where
              + " holds neither 64 hex digits nor base64 of 32 bytes (make one: openssl rand -hex 32)");
    }
  }

  @Override
  public String toString() {
    return "[key " + keyId + "]";
  }
}
