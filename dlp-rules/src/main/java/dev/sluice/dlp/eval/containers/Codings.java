package dev.sluice.dlp.eval.containers;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Content codings, of the measure's own. */
final class Codings {
  private Codings() {}

  /** Whether this machine can write the coding. */
  static boolean isWritable(String coding) {
    return !coding.equals("br") || Brotli4jLoader.isAvailable();
  }

  static byte[] encode(String coding, byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      switch (coding) {
        case "gzip" -> write(new GZIPOutputStream(out), bytes);
        case "deflate" -> write(new DeflaterOutputStream(out), bytes);
        case "br" -> out.writeBytes(Encoder.compress(bytes));
        case "zstd" -> out.writeBytes(Zstd.compress(bytes));
        default -> out.writeBytes(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(java.io.OutputStream out, byte[] bytes) throws IOException {
    try (out) {
      out.write(bytes);
    }
  }

  static byte[] decode(String coding, byte[] bytes) {
    try (InputStream in = open(coding, new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String coding, InputStream in) throws IOException {
    return switch (coding) {
      case "gzip" -> new GZIPInputStream(in);
      case "deflate" -> new InflaterInputStream(in);
      case "br" -> new BrotliInputStream(in);
      case "zstd" -> new ZstdInputStream(in);
      default -> in;
    };
  }
}
