package dev.sluice.cli.shop;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Issues and checks the shop's session tokens: HS256 JWTs (RFC 7519, RFC 7518 section 3.2).
 * Thread-safe.
 */
final class ShopJwt {
  private final SecretKeySpec key;

  ShopJwt(byte[] secret) {
    this.key = new SecretKeySpec(secret, "HmacSHA256");
  }

  String issue(Persona p, Instant now) {
    String claims =
        Json.text(
            Map.of(
                "iss",
                "storefront",
                "sub",
                "cust-" + p.number(),
                "email",
                p.email(),
                "name",
                p.fullName(),
                "iat",
                now.getEpochSecond(),
                "exp",
                now.getEpochSecond() + 3600));
    String head = b64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + b64(claims);
    return head + "." + sign(head);
  }

  /** Whether the token carries this shop's signature. */
  boolean isGenuine(String token) {
    int dot = token.lastIndexOf('.');
    return dot > 0 && sign(token.substring(0, dot)).equals(token.substring(dot + 1));
  }

  private String sign(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no HmacSHA256", e);
    }
  }

  private static String b64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
