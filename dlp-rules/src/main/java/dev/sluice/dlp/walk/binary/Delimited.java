package dev.sluice.dlp.walk.binary;

import java.util.function.UnaryOperator;

/** A stream of messages, each behind its length as a varint. */
final class Delimited {

  private Delimited() {}

  static boolean isStream(byte[] bytes) {
    int at = 0;
    while (at < bytes.length) {
      int start = start(bytes, at);
      long length = start < 0 ? -1 : length(bytes, at, start);
      if (length < 0 || length > bytes.length - start) {
        return false;
      }
      byte[] message = java.util.Arrays.copyOfRange(bytes, start, start + (int) length);
      if (!WireCursor.isMessage(message)) {
        return false;
      }
      at = start + (int) length;
    }
    return bytes.length > 0;
  }

  static byte[] rewrite(byte[] bytes, UnaryOperator<byte[]> message) {
    Splice out = new Splice(bytes);
    int at = 0;
    while (at < bytes.length) {
      int start = start(bytes, at);
      int end = start + (int) length(bytes, at, start);
      byte[] before = java.util.Arrays.copyOfRange(bytes, start, end);
      byte[] after = message.apply(before);
      if (after != before) {
        out.replace(at, end, WireCursor.encode(after.length), after);
      }
      at = end;
    }
    return out.result();
  }

  /** Where the message begins whose length stands at {@code at}; -1 if no length does. */
  private static int start(byte[] bytes, int at) {
    for (int i = at; i < bytes.length && i < at + 5; i++) {
      if (bytes[i] >= 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private static long length(byte[] bytes, int at, int start) {
    long length = 0;
    for (int i = at; i < start; i++) {
      length |= (long) (bytes[i] & 0x7f) << (7 * (i - at));
    }
    return length;
  }
}
