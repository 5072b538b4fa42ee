package dev.sluice.flink.policy;

import dev.sluice.flink.access.SecretFile;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/**
 * A publisher's key pair (Ed25519, RFC 8032). Kept as two lines of text: {@code
 * sluice-publisher-secret:} and {@code sluice-publisher:}, each with base64. Never prints the
 * secret.
 */
public final class PublisherKey {
  static final String ALGORITHM = "Ed25519";
  static final String PUBLIC = "sluice-publisher:";
  private static final String SECRET = "sluice-publisher-secret:";

  private final PrivateKey secret;
  private final String publicText;

  private PublisherKey(PrivateKey secret, String publicText) {
    this.secret = secret;
    this.publicText = publicText;
  }

  /** A new pair. */
  public static PublisherKey generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new PublisherKey(
          pair.getPrivate(),
          PUBLIC + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new SluiceException("this Java runtime has no " + ALGORITHM, e);
    }
  }

  /** The pair that {@link #write} wrote. */
  public static PublisherKey read(Path file) {
    SecretFile.requirePrivate(file);
    try {
      String[] lines =
          new String(Files.readAllBytes(file), StandardCharsets.US_ASCII).strip().split("\\R");
      if (lines.length == 2 && lines[0].startsWith(SECRET) && lines[1].startsWith(PUBLIC)) {
        byte[] pkcs8 = Base64.getDecoder().decode(lines[0].substring(SECRET.length()));
        TrustedKeys.of(java.util.List.of(lines[1]));
        return new PublisherKey(
            KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)),
            lines[1]);
      }
    } catch (IOException e) {
      throw new SluiceException("cannot read the publisher's key " + file + "; check the path");
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // told below, without what the file holds
    }
    throw new SluiceException(
        file + " holds no publisher's key; make one with: sluice policy keygen -o FILE");
  }

  /** Writes the pair to a new file that only its owner may read. */
  public void write(Path file) {
    String text =
        SECRET + Base64.getEncoder().encodeToString(secret.getEncoded()) + "\n" + publicText + "\n";
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, StandardOpenOption.WRITE);
      } else {
        Files.writeString(
            file,
            text,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                .toArray(StandardOpenOption[]::new));
      }
    } catch (FileAlreadyExistsException e) {
      throw new SluiceException(file + " is there already; name a new file");
    } catch (IOException e) {
      throw new SluiceException("cannot write " + file + "; check the folder");
    }
  }

  /** The line that jobs are given to trust this publisher. */
  public String publicText() {
    return publicText;
  }

  /** Names the pair, as signatures do. */
  public String id() {
    return TrustedKeys.idOf(publicText);
  }

  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new SluiceException("the publisher's key cannot sign; make a new one");
    }
  }

  @Override
  public String toString() {
    return "[publisher " + id() + "]";
  }
}
