package dev.sluice.snapshot.part;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * A Parquet input over ranged reads. Parquet reads headers and indexes byte by byte, so every read
 * fetches at least {@link #READ_AHEAD}; the file's tail, where all indexes stand, is kept. Not
 * thread-safe.
 */
final class RangeInput implements InputFile {
  static final int READ_AHEAD = 64 << 10;
  private static final int TAIL = 128 << 10;

  private final RangeSource source;
  private final long length;
  private Window tail = Window.NONE;
  private Window current = Window.NONE;

  RangeInput(RangeSource source, long length) {
    this.source = source;
    this.length = length;
  }

  /** Bytes that were fetched, and where they stand. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Window(long offset, byte[] bytes) {
    static final Window NONE = new Window(0, new byte[0]);

    boolean covers(long from, int n) {
      return from >= offset && from + n <= offset + bytes.length;
    }
  }

  @Override
  public long getLength() {
    return length;
  }

  @Override
  public SeekableInputStream newStream() {
    return new Stream();
  }

  private void copy(long from, byte[] target, int at, int n) throws IOException {
    if (n > length - from) {
      throw new EOFException("read past the end of a part");
    }
    Window window = window(from, n);
    System.arraycopy(window.bytes, (int) (from - window.offset), target, at, n);
  }

  private Window window(long from, int n) {
    if (current.covers(from, n)) {
      return current;
    }
    long tailStart = Math.max(0, length - TAIL);
    if (from >= tailStart) {
      if (tail == Window.NONE) {
        tail = fetch(tailStart, (int) (length - tailStart));
      }
      return tail;
    }
    current = fetch(from, (int) Math.min(Math.max(n, READ_AHEAD), length - from));
    return current;
  }

  private Window fetch(long from, int n) {
    return new Window(from, source.read(from, n));
  }

  /** A position in the file. */
  private final class Stream extends SeekableInputStream {
    private long pos;

    @Override
    public long getPos() {
      return pos;
    }

    @Override
    public void seek(long newPos) {
      pos = newPos;
    }

    @Override
    public int read() throws IOException {
      if (pos >= length) {
        return -1;
      }
      byte[] one = new byte[1];
      readFully(one, 0, 1);
      return one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int at, int n) throws IOException {
      if (pos >= length) {
        return -1;
      }
      int m = (int) Math.min(n, length - pos);
      readFully(target, at, m);
      return m;
    }

    @Override
    public void readFully(byte[] target) throws IOException {
      readFully(target, 0, target.length);
    }

    @Override
    public void readFully(byte[] target, int at, int n) throws IOException {
      copy(pos, target, at, n);
      pos += n;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
      int n = (int) Math.min(buffer.remaining(), length - pos);
      if (n <= 0) {
        return -1;
      }
      byte[] bytes = new byte[n];
      readFully(bytes);
      buffer.put(bytes);
      return n;
    }

    @Override
    public void readFully(ByteBuffer buffer) throws IOException {
      byte[] bytes = new byte[buffer.remaining()];
      readFully(bytes);
      buffer.put(bytes);
    }
  }
}
