package dev.sluice.flink.sink;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a checkpoint keeps packed: Zstandard frames (RFC 8878) that tell their size. */
public final class PackedState {
  private static final int LEVEL = 1;
  private static final byte[] MAGIC = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

  /** No frame of ours is larger: a writer holds less in all windows together. */
  private static final long MOST = 256L << 20;

  private PackedState() {}

  static byte[] pack(byte[] plain) {
    return Zstd.compress(plain, LEVEL);
  }

  static byte[] unpack(byte[] frame) throws IOException {
    try {
      return Zstd.decompress(frame, Math.toIntExact(Zstd.getFrameContentSize(frame)));
    } catch (RuntimeException e) { // of several kinds, by what is damaged
      throw new IOException("packed state in the checkpoint is damaged");
    }
  }

  /**
   * The contents of all frames that stand anywhere in stored bytes: what a search for values in
   * checkpoints has to look into, and in parts, whose pages are frames too.
   */
  public static List<byte[]> contents(byte[] stored) {
    List<byte[]> contents = new ArrayList<>();
    for (int at = 0; at + MAGIC.length < stored.length; at++) {
      if (begins(stored, at)) {
        addContent(stored, at, contents);
      }
    }
    return contents;
  }

  private static boolean begins(byte[] stored, int at) {
    for (int i = 0; i < MAGIC.length; i++) {
      if (stored[at + i] != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  private static void addContent(byte[] stored, int at, List<byte[]> contents) {
    int left = stored.length - at;
    try {
      long size = Zstd.getFrameContentSize(stored, at, left);
      int length = Math.toIntExact(Zstd.findFrameCompressedSize(stored, at, left));
      if (size > 0 && size <= MOST && length > 0) {
        byte[] content = new byte[(int) size];
        Zstd.decompressByteArray(content, 0, content.length, stored, at, length);
        contents.add(content);
      }
    } catch (ZstdException | ArithmeticException e) {
      // these four bytes begin no frame
    }
  }
}
