package dev.sluice.snapshot.row;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/** Writes the primitives of the row grammar. Not thread-safe. */
final class RowOut {
  private final ByteArrayOutputStream out;

  RowOut(int sizeHint) {
    out = new ByteArrayOutputStream(sizeHint);
  }

  void u8(int value) {
    out.write(value);
  }

  void i64(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      out.write((int) (value >>> shift));
    }
  }

  void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  void bytes(byte[] value) {
    varint(value.length);
    out.writeBytes(value);
  }

  void text(String value) {
    bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  void optText(Optional<String> value) {
    u8(value.isPresent() ? 1 : 0);
    value.ifPresent(this::text);
  }

  void optLong(OptionalLong value) {
    u8(value.isPresent() ? 1 : 0);
    value.ifPresent(this::i64);
  }

  <T> void list(Collection<T> items, BiConsumer<RowOut, T> writer) {
    varint(items.size());
    for (T item : items) {
      writer.accept(this, item);
    }
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
