package dev.sluice.snapshot.stats;

import dev.sluice.model.ContentDigest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

/** Salted hashes of authorities ({@code host[:port]}), so that replay can refuse to call them. */
public final class AuthorityHash {
  private AuthorityHash() {}

  /** {@code <salt>$<hex>}: SHA-256 of salt, a zero byte and the lower-cased authority. */
  public static String of(String salt, String authority) {
    MessageDigest sha256 = ContentDigest.sha256();
    sha256.update(salt.getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) 0);
    sha256.update(authority.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    return salt + "$" + HexFormat.of().formatHex(sha256.digest());
  }

  /** Whether a hash made by {@link #of} is that of this authority. */
  public static boolean matches(String hash, String authority) {
    int end = hash.lastIndexOf('$');
    return end >= 0 && of(hash.substring(0, end), authority).equals(hash);
  }

  /** The {@code host[:port]} of an absolute URL, without user info; empty if it has none. */
  public static String authorityOf(String url) {
    int start = url.indexOf("://");
    if (start < 0) {
      return "";
    }
    int end = start + 3;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String authority = url.substring(start + 3, end);
    return authority.substring(authority.lastIndexOf('@') + 1);
  }
}
