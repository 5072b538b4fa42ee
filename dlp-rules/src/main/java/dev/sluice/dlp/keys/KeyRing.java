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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One tokenization key of 32 bytes and the subkeys derived from it by HKDF-SHA-256 (RFC 5869).
 * Never prints or returns the key itself. Thread-safe.
 */
public final class KeyRing {
  /** The environment variable that holds a key as 64 hex digits or as base64. */
  public static final String ENVIRONMENT = "SLUICE_KEY";

  private static final int KEY_BYTES = 32;
  private static final byte[] SALT = "sluice-key-ring-v1".getBytes(StandardCharsets.US_ASCII);

  private final byte[] master;
  private final String keyId;
  private final String scope;
  private final Map<String, byte[]> subkeys = new ConcurrentHashMap<>();

  private KeyRing(byte[] master) {
    this(master, "");
  }

  private KeyRing(byte[] master, String scope) {
    this.master = master.clone();
    this.scope = scope;
    this.keyId = "k-" + HexFormat.of().formatHex(derive("key-id", 8));
  }

  /** A key ring over 32 bytes; the array is copied. */
  public static KeyRing of(byte[] master) {
    if (master.length != KEY_BYTES) {
      throw new SluiceException(
          "the tokenization key has "
              + master.length
              + " bytes; it must have 32 (make one: openssl rand -hex 32)");
    }
    return new KeyRing(master);
  }

  /** A key that exists in this process only. */
  public static KeyRing random() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new KeyRing(bytes);
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
   * Overwrites this key in memory, for example after an environment's data was erased. Surrogates
   * drawn afterwards are of no use.
   */
  public void destroy() {
    Arrays.fill(master, (byte) 0);
    subkeys.values().forEach(k -> Arrays.fill(k, (byte) 0));
    subkeys.clear();
  }

  /**
   * The 32-byte subkey for a purpose, for example {@code surrogate/EMAIL_ADDRESS}; not to be
   * changed by the caller.
   */
  public byte[] subkey(String purpose) {
    return subkeys.computeIfAbsent(purpose, p -> derive(scope + p, KEY_BYTES));
  }

  private byte[] derive(String purpose, int length) {
    return Hkdf.derive(master, SALT, purpose.getBytes(StandardCharsets.UTF_8), length);
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
