package dev.sluice.dlp.transform;

import dev.sluice.dlp.keys.KeyRing;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The test keys of an installation, all derived from its tokenization key, so that every subtask
 * and every run signs alike. Made when first needed. Thread-safe.
 */
final class JwtKeys {
  /** How a test key's {@code kid} begins. */
  static final String KID = "sluice-test-";

  private static final X9ECParameters P256 = CustomNamedCurves.getByName("P-256");
  private static final int RSA_BITS = 2048;

  private final byte[] hmac;
  private final ECPrivateKeyParameters ec;
  private final Ed25519PrivateKeyParameters ed;
  private final KeyRing ring;
  private volatile java.util.Optional<AsymmetricCipherKeyPair> rsa = java.util.Optional.empty();

  JwtKeys(KeyRing ring) {
    this.ring = ring;
    this.hmac = ring.subkey("jwt/HS256");
    ECDomainParameters curve =
        new ECDomainParameters(P256.getCurve(), P256.getG(), P256.getN(), P256.getH());
    BigInteger d =
        new BigInteger(1, ring.subkey("jwt/ES256")).mod(P256.getN().subtract(BigInteger.ONE));
    this.ec = new ECPrivateKeyParameters(d.add(BigInteger.ONE), curve);
    this.ed = new Ed25519PrivateKeyParameters(ring.subkey("jwt/EdDSA"));
  }

  /** The algorithm that stands for the named one's family. */
  String family(String alg) {
    String name = alg.toUpperCase(Locale.ROOT);
    if (name.equals("NONE")) {
      return "none";
    }
    if (name.startsWith("RS") || name.startsWith("PS")) {
      return "RS256";
    }
    return name.startsWith("ES")
        ? "ES256"
        : name.equals("EDDSA") || name.equals("ED25519") ? "EdDSA" : "HS256";
  }

  byte[] sign(String alg, byte[] data) {
    try {
      return switch (alg) {
        case "none" -> new byte[0];
        case "RS256" -> finish(rsaSigner(), data);
        case "ES256" -> ecdsa(data);
        case "EdDSA" -> {
          Ed25519Signer signer = new Ed25519Signer();
          signer.init(true, ed);
          yield finish(signer, data);
        }
        default -> hs256(data);
      };
    } catch (CryptoException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "cannot sign with " + alg + ": " + e.getClass().getSimpleName());
    }
  }

  byte[] hmacSecret() {
    return hmac.clone();
  }

  String jwks() {
    ECPoint q = ec.getParameters().getG().multiply(ec.getD()).normalize();
    RSAKeyParameters pub = (RSAKeyParameters) rsa().getPublic();
    return "{\"keys\":["
        + key("oct", "HS256", "\"k\":\"" + b64(hmac) + "\"")
        + ","
        + key(
            "EC",
            "ES256",
            "\"crv\":\"P-256\",\"x\":\""
                + b64(q.getAffineXCoord().getEncoded())
                + "\",\"y\":\""
                + b64(q.getAffineYCoord().getEncoded())
                + "\"")
        + ","
        + key(
            "OKP",
            "EdDSA",
            "\"crv\":\"Ed25519\",\"x\":\"" + b64(ed.generatePublicKey().getEncoded()) + "\"")
        + ","
        + key(
            "RSA",
            "RS256",
            "\"n\":\""
                + b64(unsigned(pub.getModulus()))
                + "\",\"e\":\""
                + b64(unsigned(pub.getExponent()))
                + "\"")
        + "]}";
  }

  private static String key(String type, String alg, String rest) {
    return "{\"kty\":\""
        + type
        + "\",\"alg\":\""
        + alg
        + "\",\"kid\":\""
        + KID
        + alg.toLowerCase(Locale.ROOT)
        + "\","
        + rest
        + "}";
  }

  private byte[] hs256(byte[] data) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(hmac, "HmacSHA256"));
    return mac.doFinal(data);
  }

  /** ECDSA with the nonce of RFC 6979: the same data, the same signature. */
  private byte[] ecdsa(byte[] data) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, ec);
    SHA256Digest digest = new SHA256Digest();
    digest.update(data, 0, data.length);
    byte[] hash = new byte[32];
    digest.doFinal(hash, 0);
    BigInteger[] rs = signer.generateSignature(hash);
    return ByteBuffer.allocate(64).put(fixed(rs[0])).put(fixed(rs[1])).array();
  }

  private RSADigestSigner rsaSigner() {
    RSADigestSigner signer = new RSADigestSigner(new SHA256Digest());
    signer.init(true, rsa().getPrivate());
    return signer;
  }

  private AsymmetricCipherKeyPair rsa() {
    if (rsa.isEmpty()) {
      synchronized (this) {
        if (rsa.isEmpty()) {
          RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
          generator.init(
              new RSAKeyGenerationParameters(
                  BigInteger.valueOf(65_537),
                  new DerivedRandom(ring.subkey("jwt/RS256")),
                  RSA_BITS,
                  100));
          rsa = java.util.Optional.of(generator.generateKeyPair());
        }
      }
    }
    return rsa.get();
  }

  private static byte[] finish(Signer signer, byte[] data) throws CryptoException {
    signer.update(data, 0, data.length);
    return signer.generateSignature();
  }

  private static byte[] fixed(BigInteger n) {
    byte[] out = new byte[32];
    byte[] bytes = unsigned(n);
    System.arraycopy(bytes, 0, out, 32 - bytes.length, bytes.length);
    return out;
  }

  private static byte[] unsigned(BigInteger n) {
    byte[] bytes = n.toByteArray();
    return bytes[0] == 0 && bytes.length > 1
        ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length)
        : bytes;
  }

  private static String b64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
