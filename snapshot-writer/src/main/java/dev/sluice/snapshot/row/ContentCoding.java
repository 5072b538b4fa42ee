package dev.sluice.snapshot.row;

import com.github.luben.zstd.ZstdInputStream;
import dev.sluice.model.Body;
import dev.sluice.model.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Undoes content codings (RFC 9110, section 8.4.1; zstd: RFC 8878). Thread-safe. */
public final class ContentCoding {
  /** Decoded size above which a body is hashed as it stands. Part of the digest's definition. */
  static final int LIMIT = 64 << 20;

  private ContentCoding() {}

  /** A body without its codings, and their names in the order they were applied. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Decoded(String codings, byte[] bytes) {}

  /** Empty if the body has no codings, is cut off or damaged, or one coding is unknown. */
  public static Optional<Decoded> decode(List<Header> headers, Body body) {
    List<String> codings = codings(headers);
    if (codings.isEmpty() || body.isEmpty() || body.isTruncated()) {
      return Optional.empty();
    }
    byte[] bytes = body.bytes();
    for (int i = codings.size() - 1; i >= 0; i--) {
      Optional<byte[]> undone = undo(codings.get(i), bytes);
      if (undone.isEmpty()) {
        return Optional.empty();
      }
      bytes = undone.get();
    }
    return Optional.of(new Decoded(String.join(",", codings), bytes));
  }

  private static List<String> codings(List<Header> headers) {
    List<String> codings = new ArrayList<>();
    for (Header header : headers) {
      if (header.is("content-encoding")) {
        for (String coding : header.value().split(",", -1)) {
          String name = coding.strip().toLowerCase(Locale.ROOT);
          if (!name.isEmpty() && !name.equals("identity")) {
            codings.add(name.equals("x-gzip") ? "gzip" : name);
          }
        }
      }
    }
    return codings;
  }

  private static Optional<byte[]> undo(String coding, byte[] bytes) {
    return switch (coding) {
      case "gzip" -> read(bytes, GZIPInputStream::new);
      case "zstd" -> read(bytes, ZstdInputStream::new);
      case "deflate" ->
          // "deflate" means zlib, but raw deflate streams are common on the wire.
          read(bytes, InflaterInputStream::new)
              .or(() -> read(bytes, in -> new InflaterInputStream(in, new Inflater(true))));
      default -> Optional.empty();
    };
  }

  private interface Opener {
    InputStream open(InputStream in) throws IOException;
  }

  private static Optional<byte[]> read(byte[] bytes, Opener opener) {
    try (InputStream in = opener.open(new ByteArrayInputStream(bytes))) {
      byte[] decoded = in.readNBytes(LIMIT + 1);
      return decoded.length > LIMIT ? Optional.empty() : Optional.of(decoded);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
