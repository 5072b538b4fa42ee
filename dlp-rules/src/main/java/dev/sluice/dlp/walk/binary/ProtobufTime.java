package dev.sluice.dlp.walk.binary;

/** google.protobuf.Timestamp by its shape: seconds in field 1, nanoseconds in field 2. */
final class ProtobufTime {
  /** 2001-09-09 and 2100-01-01; other numbers are no times of traffic. */
  private static final long FROM = 1_000_000_000L;

  private static final long TO = 4_102_444_800L;
  private static final long NANOS = 1_000_000_000L;
  private static final int LONGEST = 18;

  private ProtobufTime() {}

  static boolean isTimestamp(byte[] message) {
    if (message.length < 6 || message.length > LONGEST) {
      return false;
    }
    WireCursor field = new WireCursor(message);
    if (!field.next() || !isVarint(field, 1) || field.value() < FROM || field.value() > TO) {
      return false;
    }
    return field.atEnd()
        || (field.next()
            && isVarint(field, 2)
            && field.value() >= 0
            && field.value() < NANOS
            && field.atEnd());
  }

  private static boolean isVarint(WireCursor field, long number) {
    return field.type() == WireCursor.VARINT && field.number() == number;
  }
}
