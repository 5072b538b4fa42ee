package dev.sluice.capture.imports;

import dev.sluice.capture.internal.BadCapture;
import dev.sluice.model.QuarantineReason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One half of an exchange in a GoReplay file: {@code <type> <id> <ts> [<duration>]}, a line feed, a
 * raw HTTP message. Older writers leave the fourth field out of requests.
 *
 * @param type 1 request, 2 response, 3 response to a replayed request
 * @param id made of addresses and ports in newer writers: personal data, used for pairing only
 * @param ts nanoseconds since 1970
 * @param duration nanoseconds, 0 where absent
 */
record GorRecord(int type, String id, long ts, long duration, byte[] http) {
  private static final Pattern META =
      Pattern.compile("([123]) ([0-9a-zA-Z]{1,64}) ([0-9]{1,19})(?: (-?[0-9]{1,19}))?\\s*");
  private static final int META_BYTES = 256;

  static GorRecord parse(byte[] record) throws BadCapture {
    int start = 0;
    while (start < record.length && (record[start] == '\n' || record[start] == '\r')) {
      start++;
    }
    int end = start;
    while (end < record.length && record[end] != '\n' && end - start < META_BYTES) {
      end++;
    }
    String meta = new String(record, start, end - start, StandardCharsets.ISO_8859_1);
    Matcher m = META.matcher(meta);
    if (!m.matches()) {
      throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
    }
    byte[] http = Arrays.copyOfRange(record, Math.min(end + 1, record.length), record.length);
    return new GorRecord(
        Integer.parseInt(m.group(1)),
        m.group(2),
        number(m.group(3)),
        m.group(4) == null ? 0 : number(m.group(4)),
        http);
  }

  private static long number(String digits) throws BadCapture {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
    }
  }

  @Override
  public String toString() {
    return "[half, " + http.length + " bytes]";
  }
}
