package dev.sluice.dlp.walk;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import dev.sluice.model.QuarantineReason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Content codings (RFC 9110, section 8.4): gzip, deflate, br (RFC 7932), zstd (RFC 8878). */
final class ContentCodings {
  private static final int CHUNK = 8192;

  /** Flags of a gzip head (RFC 1952): extra field, file name, comment. */
  private static final int GZIP_EXTRAS = 0x1c;

  private ContentCodings() {}

  /** The codings of a Content-Encoding header in the order they were applied. */
  static List<String> parse(String header) {
    List<String> codings = new ArrayList<>();
    for (String part : header.split(",")) {
      String name = part.strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !name.equals("identity")) {
        codings.add(name.startsWith("x-") ? name.substring(2) : name);
      }
    }
    return codings;
  }

  static boolean isKnown(String coding) {
    return switch (coding) {
      case "gzip", "deflate", "br", "zstd" -> true;
      default -> false;
    };
  }

  /** Whether the bytes begin as that coding's frames do; br has no mark, so any do. */
  static boolean matches(String coding, byte[] bytes) {
    return switch (coding) {
      case "gzip" -> starts(bytes, 0x1f, 0x8b);
      case "zstd" -> starts(bytes, 0x28, 0xb5, 0x2f, 0xfd);
      case "deflate", "br" -> bytes.length > 0 && bytes[0] != '{' && bytes[0] != '<';
      default -> true;
    };
  }

  /** The coding whose mark the bytes bear, if it is one that has a mark of its own. */
  static Optional<String> marked(byte[] bytes) {
    if (starts(bytes, 0x1f, 0x8b, 0x08)) {
      return Optional.of("gzip");
    }
    return starts(bytes, 0x28, 0xb5, 0x2f, 0xfd) ? Optional.of("zstd") : Optional.empty();
  }

  /** The decoded bytes; {@link Stop} if they are damaged or more than {@code limit}. */
  static byte[] decode(String coding, byte[] bytes, int limit) {
    try (InputStream in = open(coding, bytes)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(limit, bytes.length * 4 + 64));
      byte[] chunk = new byte[CHUNK];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        if (out.size() + n > limit) {
          throw new Stop(QuarantineReason.DECOMPRESSION_LIMIT);
        }
        out.write(chunk, 0, n);
      }
      return out.toByteArray();
    } catch (IOException | IllegalArgumentException e) {
      throw new Stop(QuarantineReason.UNDECODABLE_BODY);
    }
  }

  /**
   * Whether a decoder reads all of the bytes. Names in a gzip head, frames that zstd skips and
   * anything behind the end are not part of what is decoded, so they would pass unseen.
   *
   * @param limit at least the decoded size, in bytes
   */
  static boolean isExact(String coding, byte[] bytes, int limit) {
    if (coding.equals("gzip") && (bytes[3] & GZIP_EXTRAS) != 0) {
      return false;
    }
    if (coding.equals("zstd") && Zstd.findFrameCompressedSize(bytes) != bytes.length) {
      return false;
    }
    try {
      decode(coding, Arrays.copyOf(bytes, bytes.length - 1), limit);
      return false;
    } catch (Stop e) {
      return true;
    }
  }

  /** What {@link #encode} makes of that coding: br becomes gzip where its encoder cannot run. */
  static String writable(String coding) {
    return coding.equals("br") && !Brotli4jLoader.isAvailable() ? "gzip" : coding;
  }

  /**
   * The bytes in that coding.
   *
   * @param like what they were decoded from: deflate has a form with a zlib head and one without
   */
  static byte[] encode(String coding, byte[] bytes, byte[] like) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 64);
      switch (coding) {
        case "gzip" -> {
          try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
          }
        }
        case "deflate" -> {
          Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, !isZlib(like));
          try (DeflaterOutputStream zlib = new DeflaterOutputStream(out, deflater)) {
            zlib.write(bytes);
          } finally {
            deflater.end();
          }
        }
        case "br" ->
            out.writeBytes(Encoder.compress(bytes, new Encoder.Parameters().setQuality(5)));
        case "zstd" -> out.writeBytes(Zstd.compress(bytes));
        default -> throw new Stop(QuarantineReason.UNDECODABLE_BODY);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new Stop(QuarantineReason.UNDECODABLE_BODY);
    }
  }

  private static InputStream open(String coding, byte[] bytes) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    return switch (coding) {
      case "gzip" -> new GZIPInputStream(in);
      case "deflate" -> new InflaterInputStream(in, new Inflater(!isZlib(bytes)));
      case "br" -> new BrotliInputStream(in);
      case "zstd" -> new ZstdInputStream(in);
      default -> throw new Stop(QuarantineReason.UNDECODABLE_BODY);
    };
  }

  static boolean isZlib(byte[] bytes) {
    return bytes.length > 1
        && (bytes[0] & 0x0f) == 8
        && (((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff)) % 31 == 0;
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
