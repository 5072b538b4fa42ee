package dev.sluice.dlp.transform;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.sluice.dlp.keys.KeyRing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Judged by an independent JOSE library. */
class JwtSignerTest {
  private static final KeyRing RING =
      KeyRing.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
  private static final JwtSigner SIGNER = new JwtSigner(RING);

  private static String token(String header, String claims) {
    Base64.Encoder b64 = Base64.getUrlEncoder().withoutPadding();
    return b64.encodeToString(header.getBytes(StandardCharsets.UTF_8))
        + "."
        + b64.encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2lnbmF0dXJl";
  }

  @ParameterizedTest
  @CsvSource({"HS512,HS256", "RS256,RS256", "PS384,RS256", "ES384,ES256"})
  void aTokenOfEachFamilyVerifiesWithThePublishedTestKey(String alg, String signedAs)
      throws Exception {
    String original =
        token(
            "{\"alg\":\"" + alg + "\",\"typ\":\"JWT\",\"jku\":\"https://keys.internal/\"}",
            "{\"email\":\"ana@x.net\",\"exp\":1}");
    String resigned =
        SIGNER
            .resign(original, claims -> claims.replace("ana@x.net", "u@example.com"))
            .orElseThrow();

    SignedJWT jwt = SignedJWT.parse(resigned);
    assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo(signedAs);
    assertThat(jwt.getHeader().getJWKURL()).isNull();
    assertThat(jwt.getJWTClaimsSet().getStringClaim("email")).isEqualTo("u@example.com");
    assertThat(jwt.verify(verifier(jwt.getHeader().getKeyID()))).isTrue();
    assertThat(SIGNER.isGenuine(resigned)).isTrue();
    assertThat(new JwtSigner(KeyRing.random()).isGenuine(resigned)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"HS256", "RS256", "ES256", "EdDSA"})
  void theSameClaimsAlwaysGetTheSameSignature(String alg) {
    String original = token("{\"alg\":\"" + alg + "\"}", "{\"sub\":\"1\"}");
    assertThat(new JwtSigner(RING).resign(original, c -> c))
        .isEqualTo(SIGNER.resign(original, c -> c));
  }

  @Test
  void anUnsignedTokenStaysUnsignedAndIsNeverTakenForOurs() {
    String resigned =
        SIGNER.resign(token("{\"alg\":\"none\"}", "{\"sub\":\"1\"}"), c -> c).orElseThrow();
    assertThat(resigned).endsWith(".");
    assertThat(SIGNER.isGenuine(resigned)).isFalse();
  }

  @Test
  void aChangedClaimBreaksTheSignature() {
    String resigned =
        SIGNER.resign(token("{\"alg\":\"HS256\"}", "{\"sub\":\"1\"}"), c -> c).orElseThrow();
    String forged =
        resigned.replaceFirst(
            "\\.[^.]+\\.",
            "."
                + Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString("{\"sub\":\"2\"}".getBytes(StandardCharsets.UTF_8))
                + ".");
    assertThat(SIGNER.isGenuine(forged)).isFalse();
  }

  @Test
  void textThatIsNoTokenIsNotSigned() {
    assertThat(SIGNER.resign("a.b.c", c -> c)).isEmpty();
    assertThat(SIGNER.resign("no token at all", c -> c)).isEmpty();
  }

  private static JWSVerifier verifier(String kid) throws Exception {
    JWK key = JWKSet.parse(SIGNER.jwks()).getKeyByKeyId(kid);
    return switch (key.getKeyType().getValue()) {
      case "oct" -> new MACVerifier(key.toOctetSequenceKey());
      case "EC" -> new ECDSAVerifier(key.toECKey());
      default -> new RSASSAVerifier(key.toRSAKey());
    };
  }

  /** Another version of the library may draw otherwise: then signatures of snapshots change. */
  @Test
  void theRsaTestKeyIsTheSameInEveryProcessAndRelease() {
    String jwks = new JwtSigner(RING).jwks();
    byte[] bytes = jwks.getBytes(StandardCharsets.UTF_8);
    assertThat(dev.sluice.model.ContentDigest.of(bytes))
        .isEqualTo("sha256:2ed3673c540e59c2b220ee7adea8aac8e5b564e0ecb37313061d3077c2a550d0");
    assertThat(new JwtSigner(RING.scoped("acme", "e1")).jwks()).isNotEqualTo(jwks);
  }
}
