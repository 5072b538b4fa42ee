package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.walk.binary.Utf8;
import dev.sluice.model.Body;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes inside binary documents: a text, a compressed document, a file, or something unknown. What
 * is unknown stays as it is but for the readable runs in it, which are values like others.
 */
final class BinaryValues {
  /** Shorter runs are mostly chance. */
  private static final int LEAST_RUN = 8;

  private final ValueWalker values;
  private final BodyWalker bodies;

  BinaryValues(ValueWalker values, BodyWalker bodies) {
    this.values = values;
    this.bodies = bodies;
  }

  /** The bytes as they should stand in the output; the same array if nothing changes. */
  byte[] bytes(byte[] bytes, ValueContext context, Where where, int nesting) {
    values.leaves().step(bytes.length);
    Optional<String> text = Utf8.clean(bytes);
    if (text.isPresent()) {
      String after = values.value(text.get(), context, where, nesting);
      return after.equals(text.get()) ? bytes : after.getBytes(StandardCharsets.UTF_8);
    }
    Optional<String> coding = ContentCodings.marked(bytes);
    if (coding.isPresent()) {
      return bodies.coded(bytes, coding.get(), MediaType.NONE, where, nesting);
    }
    Optional<MediaType> file = FileMagic.of(bytes);
    return file.isPresent()
        ? placeholder(bytes, file.get(), where)
        : runs(bytes, context, where, nesting);
  }

  private byte[] placeholder(byte[] bytes, MediaType type, Where where) {
    Body before = Body.of(bytes);
    Body after = values.leaves().unreadable(before, Placeholders.of(type), where);
    return after == before ? bytes : after.bytes();
  }

  private byte[] runs(byte[] bytes, ValueContext context, Where where, int nesting) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(0);
    int copied = 0;
    for (int start = next(bytes, 0); start >= 0; ) {
      int end = end(bytes, start);
      String run = new String(bytes, start, end - start, StandardCharsets.US_ASCII);
      String after = end - start < LEAST_RUN ? run : values.value(run, context, where, nesting);
      if (!after.equals(run)) {
        out.write(bytes, copied, start - copied);
        out.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        copied = end;
      }
      start = next(bytes, end);
    }
    if (copied == 0) {
      return bytes;
    }
    out.writeBytes(Arrays.copyOfRange(bytes, copied, bytes.length));
    return out.toByteArray();
  }

  private static int next(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (isReadable(bytes[i])) {
        return i;
      }
    }
    return -1;
  }

  private static int end(byte[] bytes, int start) {
    int end = start;
    while (end < bytes.length && isReadable(bytes[end])) {
      end++;
    }
    return end;
  }

  private static boolean isReadable(byte b) {
    return b >= 0x20 && b < 0x7f;
  }
}
