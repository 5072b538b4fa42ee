package dev.sluice.dlp.walk;

import dev.sluice.model.Header;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Headers that hold a digest of the body, computed anew for a body that was rewritten: Content-MD5,
 * Digest (RFC 3230), Content-Digest and Repr-Digest (RFC 9530), x-amz-content-sha256,
 * x-amz-checksum-*, x-goog-hash; and an ETag that was one.
 */
final class BodyDigests {
  private static final List<String> ETAG_ALGORITHMS = List.of("md5", "sha-1", "sha-256");

  private BodyDigests() {}

  /** The header for the new body; empty if it held nothing that can be computed. */
  static Optional<Header> of(Header header, byte[] body) {
    String name = header.name().toLowerCase(Locale.ROOT);
    String value = header.value().strip();
    Optional<String> after =
        switch (name) {
          case "content-md5" -> base64("md5", body);
          case "x-amz-content-sha256" -> amazon(value, body);
          case "digest", "content-digest", "repr-digest", "x-goog-hash" -> list(value, body);
          default -> base64(name.substring(name.lastIndexOf('-') + 1), body);
        };
    return after.map(text -> new Header(header.name(), text));
  }

  /** The ETag with the new body's digest if it held the old body's; else empty. */
  static Optional<Header> etag(Header header, byte[] before, byte[] after) {
    for (String algorithm : ETAG_ALGORITHMS) {
      byte[] old = digest(algorithm, before).orElseThrow();
      byte[] now = digest(algorithm, after).orElseThrow();
      for (int form = 0; form < 3; form++) {
        String mark = text(old, form);
        if (header.value().contains(mark)) {
          return Optional.of(
              new Header(header.name(), header.value().replace(mark, text(now, form))));
        }
      }
    }
    return Optional.empty();
  }

  private static String text(byte[] digest, int form) {
    return switch (form) {
      case 0 -> HexFormat.of().formatHex(digest);
      case 1 -> HexFormat.of().withUpperCase().formatHex(digest);
      default -> Base64.getEncoder().withoutPadding().encodeToString(digest);
    };
  }

  /** {@code UNSIGNED-PAYLOAD} and the {@code STREAMING-…} marks say nothing about the body. */
  private static Optional<String> amazon(String value, byte[] body) {
    return value.length() == 64
        ? digest("sha-256", body).map(d -> HexFormat.of().formatHex(d))
        : Optional.of(value);
  }

  /** {@code algorithm=value, …}; algorithms nobody here computes are left out. */
  private static Optional<String> list(String value, byte[] body) {
    List<String> items = new ArrayList<>();
    for (String item : value.split(",")) {
      int equals = item.indexOf('=');
      String algorithm = equals < 0 ? "" : item.substring(0, equals).strip();
      boolean colons = equals >= 0 && item.substring(equals + 1).strip().startsWith(":");
      base64(algorithm, body)
          .ifPresent(d -> items.add(algorithm + "=" + (colons ? ":" + d + ":" : d)));
    }
    return items.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", items));
  }

  private static Optional<String> base64(String algorithm, byte[] body) {
    return digest(algorithm, body).map(Base64.getEncoder()::encodeToString);
  }

  private static Optional<byte[]> digest(String algorithm, byte[] body) {
    return switch (algorithm.toLowerCase(Locale.ROOT)) {
      case "md5" -> Optional.of(hash("MD5", body));
      case "sha", "sha1", "sha-1" -> Optional.of(hash("SHA-1", body));
      case "sha256", "sha-256" -> Optional.of(hash("SHA-256", body));
      case "sha512", "sha-512" -> Optional.of(hash("SHA-512", body));
      case "crc32" -> Optional.of(sum(new CRC32(), body));
      case "crc32c" -> Optional.of(sum(new CRC32C(), body));
      default -> Optional.empty();
    };
  }

  private static byte[] hash(String algorithm, byte[] body) {
    try {
      return MessageDigest.getInstance(algorithm).digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + algorithm, e);
    }
  }

  private static byte[] sum(Checksum checksum, byte[] body) {
    checksum.update(body, 0, body.length);
    return Arrays.copyOfRange(ByteBuffer.allocate(8).putLong(checksum.getValue()).array(), 4, 8);
  }
}
