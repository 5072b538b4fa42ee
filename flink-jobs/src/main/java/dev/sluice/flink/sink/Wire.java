package dev.sluice.flink.sink;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The words the binary forms of this package are made of:
 *
 * <pre>
 * u8, i32, i64   big-endian
 * utf            as in {@link DataOutputStream#writeUTF}
 * bytes          i32 length, then as many bytes
 * list of X      i32 length, then as many X
 * map of K to V  list of (K, V), sorted by K
 * instant        i64 seconds since the epoch, i32 nanoseconds
 * </pre>
 */
final class Wire {
  private Wire() {}

  /** Writes one value. */
  @FunctionalInterface
  interface Put<T> {
    void put(DataOutputStream out, T value) throws IOException;
  }

  /** Reads one value. */
  @FunctionalInterface
  interface Take<T> {
    T take(DataInputStream in) throws IOException;
  }

  static <T> byte[] bytes(T value, Put<T> put) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      put.put(out, value);
    }
    return bytes.toByteArray();
  }

  /** Reads a whole value; bytes left over are an error. */
  static <T> T value(byte[] bytes, Take<T> take) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      T value = take.take(in);
      if (in.available() > 0) {
        throw new IOException("bytes left over in a stored form");
      }
      return value;
    }
  }

  static void expectVersion(int found, int expected, String form) throws IOException {
    if (found != expected) {
      throw new IOException(form + " of unknown version " + found);
    }
  }

  static void putBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static byte[] takeBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length != length) {
      throw new IOException("a stored form ends early");
    }
    return bytes;
  }

  static <T> void putList(DataOutputStream out, Collection<T> values, Put<T> put)
      throws IOException {
    out.writeInt(values.size());
    for (T value : values) {
      put.put(out, value);
    }
  }

  static <T> List<T> takeList(DataInputStream in, Take<T> take) throws IOException {
    int size = in.readInt();
    List<T> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(take.take(in));
    }
    return values;
  }

  static <K, V> void putMap(
      DataOutputStream out, SortedMap<K, V> values, Put<K> putKey, Put<V> putValue)
      throws IOException {
    out.writeInt(values.size());
    for (Map.Entry<K, V> entry : values.entrySet()) {
      putKey.put(out, entry.getKey());
      putValue.put(out, entry.getValue());
    }
  }

  static <K extends Comparable<K>, V> SortedMap<K, V> takeMap(
      DataInputStream in, Take<K> takeKey, Take<V> takeValue) throws IOException {
    int size = in.readInt();
    TreeMap<K, V> values = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      values.put(takeKey.take(in), takeValue.take(in));
    }
    return values;
  }

  static String takeText(DataInputStream in) throws IOException {
    return in.readUTF();
  }

  static void putInstant(DataOutputStream out, Instant instant) throws IOException {
    out.writeLong(instant.getEpochSecond());
    out.writeInt(instant.getNano());
  }

  static Instant takeInstant(DataInputStream in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }
}
