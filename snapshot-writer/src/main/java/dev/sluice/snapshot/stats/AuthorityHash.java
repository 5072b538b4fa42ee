package dev.sluice.snapshot.stats;

import dev.sluice.model.ContentDigest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Salted hashes of authorities ({@code host[:port]}), so that replay can refuse to call them. */
public final class AuthorityHash {
  private AuthorityHash() {}

  /** {@code <salt>$<hex>}: SHA-256 of salt, a zero byte and the lower-cased authority. */
  public static String of(String salt, String authority) {
    var sha = ContentDigest.sha256();
    sha.update(salt.getBytes(StandardCharsets.UTF_8));
    sha.update((byte) 0);
    sha.update(authority.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    return salt + "$" + HexFormat.of().formatHex(sha.digest());
  }

  /** Whether a hash made by {@link #of} is that of this authority. */
  public static boolean matches(String hash, String authority) {
    int end = hash.lastIndexOf('$');
    return end >= 0 && of(hash.substring(0, end), authority).equals(hash);
  }
}
