package dev.sluice.dlp.transform;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.dlp.keys.KeyRing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Signs JWTs again after their claims were rewritten, with test keys of this installation (RFC
 * 7515, RFC 7519).
 *
 * <p>The family of the algorithm is kept, in its deterministic form: HS* becomes HS256, RS* and PS*
 * RS256, ES* ES256 by RFC 6979, EdDSA stays; {@code none} stays unsigned. The header is rebuilt
 * from {@code alg}, {@code typ}, {@code cty} and the test key's {@code kid}; embedded keys and
 * certificate URLs are dropped. Thread-safe.
 */
public final class JwtSigner {
  /** Exceptions name no token, so that none of them holds input. */
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .errorReportConfiguration(
                  ErrorReportConfiguration.builder().maxErrorTokenLength(0).build())
              .build());

  private static final Base64.Encoder B64 = Base64.getUrlEncoder().withoutPadding();

  private final JwtKeys keys;

  JwtSigner(KeyRing ring) {
    this.keys = new JwtKeys(ring);
  }

  /**
   * The public halves of the test keys as a JWK set (RFC 7517), with the HS256 secret, which is a
   * test secret.
   */
  public String jwks() {
    return keys.jwks();
  }

  /** The 32-byte HS256 test secret. */
  public byte[] hmacSecret() {
    return keys.hmacSecret();
  }

  /**
   * The token with rewritten claims and a valid test signature; empty where the text is no JWS in
   * compact form.
   */
  public Optional<String> resign(String token, UnaryOperator<String> claims) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    Optional<JsonNode> header = decode(parts[0]).flatMap(JwtSigner::object);
    Optional<String> body = decode(parts[1]);
    if (header.isEmpty() || body.isEmpty() || object(body.get()).isEmpty()) {
      return Optional.empty();
    }
    String alg = keys.family(header.get().path("alg").asText());
    String signed = encode(header(header.get(), alg)) + "." + encode(claims.apply(body.get()));
    return Optional.of(signed + "." + signature(alg, signed));
  }

  /** Whether the token's signature is one of this installation's test keys. */
  public boolean isGenuine(String token) {
    int dot = token.lastIndexOf('.');
    int first = token.indexOf('.');
    if (first < 0 || first == dot) {
      return false;
    }
    Optional<JsonNode> header = decode(token.substring(0, first)).flatMap(JwtSigner::object);
    if (header.isEmpty() || !header.get().path("kid").asText().startsWith(JwtKeys.KID)) {
      return false;
    }
    String alg = header.get().path("alg").asText();
    return keys.family(alg).equals(alg)
        && !alg.equals("none")
        && MessageDigest.isEqual(
            signature(alg, token.substring(0, dot)).getBytes(StandardCharsets.US_ASCII),
            token.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
  }

  private String signature(String alg, String signed) {
    return B64.encodeToString(keys.sign(alg, signed.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String header(JsonNode original, String alg) {
    ObjectNode out = JSON.createObjectNode().put("alg", alg);
    for (String name : new String[] {"typ", "cty"}) {
      if (original.path(name).asText().matches("[A-Za-z+/.-]{1,20}")) {
        out.put(name, original.path(name).asText());
      }
    }
    if (!alg.equals("none")) {
      out.put("kid", JwtKeys.KID + alg.toLowerCase(java.util.Locale.ROOT));
    }
    return out.toString();
  }

  private static Optional<JsonNode> object(String json) {
    try {
      JsonNode node = JSON.readTree(json);
      return node != null && node.isObject() ? Optional.of(node) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static String encode(String json) {
    return B64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> decode(String part) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
