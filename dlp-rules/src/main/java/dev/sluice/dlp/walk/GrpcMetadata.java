package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.ValueContext;
import java.util.Base64;

/** Metadata of gRPC: base64 under names in {@code -bin}, and the percent-encoded grpc-message. */
final class GrpcMetadata {
  /** What grpc-message leaves as it is: all of printable ASCII but the percent sign. */
  private static final String PLAIN = " !\"#$&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private final ValueWalker values;

  GrpcMetadata(ValueWalker values) {
    this.values = values;
  }

  String message(String value, ValueContext context, Where where) {
    String text = Percent.decode(value, false).orElse(value);
    String after = values.value(text, context, where);
    return after.equals(text) ? value : Percent.encode(after, PLAIN, false);
  }

  /** One or several values, divided by commas. */
  String binary(String value, ValueContext context, Where where) {
    String[] parts = value.split(",", -1);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = part(parts[i], context, where);
    }
    return String.join(",", parts);
  }

  private String part(String raw, ValueContext context, Where where) {
    String text = raw.strip();
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return values.value(raw, context, where);
    }
    if (bytes.length == 0) {
      return raw;
    }
    BodyWalker bodies = new BodyWalker(values);
    byte[] after = bodies.binaries().metadata(bytes, where);
    if (after == bytes) {
      return raw;
    }
    Base64.Encoder encoder = Base64.getEncoder();
    boolean padded = text.endsWith("=");
    String written = (padded ? encoder : encoder.withoutPadding()).encodeToString(after);
    values.leaves().wrote(written, new int[] {0, written.length()}, where);
    return raw.replace(text, written);
  }
}
