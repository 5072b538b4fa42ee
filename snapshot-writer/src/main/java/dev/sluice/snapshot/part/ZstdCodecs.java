package dev.sluice.snapshot.part;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Zstandard (RFC 8878) for Parquet pages without Hadoop's codec classes. Thread-safe. */
final class ZstdCodecs implements CompressionCodecFactory {
  private static final int LEVEL = 3;

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName name) {
    requireZstd(name);
    return new Compressor();
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
    requireZstd(name);
    return new Decompressor();
  }

  @Override
  public void release() {}

  private static void requireZstd(CompressionCodecName name) {
    if (name != CompressionCodecName.ZSTD) {
      throw new IllegalArgumentException("parts are compressed with zstd, not " + name);
    }
  }

  private static final class Compressor implements BytesInputCompressor {
    @Override
    public BytesInput compress(BytesInput in) throws IOException {
      return BytesInput.from(Zstd.compress(in.toByteArray(), LEVEL));
    }

    @Override
    public CompressionCodecName getCodecName() {
      return CompressionCodecName.ZSTD;
    }

    @Override
    public void release() {}
  }

  private static final class Decompressor implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput in, int size) throws IOException {
      return BytesInput.from(decompress(in.toByteArray(), size));
    }

    @Override
    public void decompress(ByteBuffer in, int compressedSize, ByteBuffer out, int size)
        throws IOException {
      byte[] compressed = new byte[compressedSize];
      in.get(compressed);
      out.put(decompress(compressed, size));
    }

    @Override
    public void release() {}

    private static byte[] decompress(byte[] compressed, int size) throws IOException {
      byte[] bytes = new byte[size];
      long n = Zstd.decompress(bytes, compressed);
      if (Zstd.isError(n) || n != size) {
        throw new IOException("a page does not decompress to its size");
      }
      return bytes;
    }
  }
}
