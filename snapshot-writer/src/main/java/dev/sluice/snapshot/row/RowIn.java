package dev.sluice.snapshot.row;

import dev.sluice.model.SluiceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads the primitives of the row grammar; never past the end. Not thread-safe. */
final class RowIn {
  private final byte[] row;
  private int pos;

  RowIn(byte[] row) {
    this.row = row;
  }

  int u8() {
    need(1);
    return row[pos++] & 0xFF;
  }

  boolean flag() {
    int value = u8();
    if (value > 1) {
      throw broken();
    }
    return value == 1;
  }

  long i64() {
    need(8);
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = value << 8 | row[pos++] & 0xFF;
    }
    return value;
  }

  /** A length or count: never more than the bytes that are left. */
  int length() {
    long value = varint();
    if (value < 0 || value > row.length - pos) {
      throw broken();
    }
    return (int) value;
  }

  long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int b = u8();
      value |= (long) (b & 0x7F) << shift;
      if (b < 0x80) {
        return value;
      }
    }
    throw broken();
  }

  byte[] bytes() {
    int n = length();
    pos += n;
    return Arrays.copyOfRange(row, pos - n, pos);
  }

  String text() {
    int n = length();
    pos += n;
    return new String(row, pos - n, n, StandardCharsets.UTF_8);
  }

  Optional<String> optText() {
    return flag() ? Optional.of(text()) : Optional.empty();
  }

  OptionalLong optLong() {
    return flag() ? OptionalLong.of(i64()) : OptionalLong.empty();
  }

  <T> List<T> list(Function<RowIn, T> reader) {
    int n = length();
    List<T> items = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      items.add(reader.apply(this));
    }
    return items;
  }

  void end() {
    if (pos != row.length) {
      throw broken();
    }
  }

  private void need(int n) {
    if (row.length - pos < n) {
      throw broken();
    }
  }

  static SluiceException broken() {
    return new SluiceException("an encoded row is damaged or cut off");
  }
}
