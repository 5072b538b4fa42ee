package dev.sluice.flink.policy;

import dev.sluice.model.ContentDigest;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SluiceJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * An entry as it stands on the topic: the bytes of a {@link Publication} and who signed them, for
 * which topic.
 *
 * @param format 1
 * @param key id of the publisher's key
 * @param signature base64, over a fixed label, the topic's name and the body
 * @param body base64 of the publication's JSON
 */
record SignedRecord(int format, String key, String signature, String body) {
  static final int FORMAT = 1;

  /** Larger records are not read: bounds the work that a stranger can cause. */
  static final int MOST_BYTES = 8 << 20;

  private static final String LABEL = "sluice-policy-timeline-v1\n";

  /** A publication whose signature holds. */
  record Opened(Publication publication, String digest) {}

  static SignedRecord of(Publication publication, String topic, PublisherKey key) {
    byte[] body = SluiceJson.bytes(publication);
    return new SignedRecord(
        FORMAT,
        TrustedKeys.idOf(key.publicText()),
        Base64.getEncoder().encodeToString(key.sign(message(topic, body))),
        Base64.getEncoder().encodeToString(body));
  }

  byte[] toBytes() {
    return SluiceJson.bytes(this);
  }

  /** Unique for each entry, so that compaction keeps all of them. */
  String recordKey(long number) {
    String digest = ContentDigest.of(Base64.getDecoder().decode(body));
    return "%08d-%s".formatted(number, digest.substring(digest.indexOf(':') + 1).substring(0, 16));
  }

  /** What a record says, if a trusted publisher said it for that topic; never throws. */
  static Optional<Opened> open(byte[] value, String topic, TrustedKeys trusted) {
    try {
      if (value.length > MOST_BYTES) {
        return Optional.empty();
      }
      SignedRecord record = SluiceJson.read(value, SignedRecord.class);
      byte[] body = Base64.getDecoder().decode(record.body());
      byte[] signature = Base64.getDecoder().decode(record.signature());
      if (record.format() != FORMAT
          || !trusted.verify(record.key(), message(topic, body), signature)) {
        return Optional.empty();
      }
      return Optional.of(
          new Opened(SluiceJson.read(body, Publication.class), ContentDigest.of(body)));
    } catch (SluiceException | IllegalArgumentException | NullPointerException e) {
      return Optional.empty();
    }
  }

  private static byte[] message(String topic, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes((LABEL + topic + "\n").getBytes(StandardCharsets.UTF_8));
    out.writeBytes(body);
    return out.toByteArray();
  }
}
