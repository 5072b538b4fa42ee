package dev.sluice.capture;

import dev.sluice.capture.canonical.CanonicalReader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The message formats a Kafka record may have. Thread-safe. */
public final class Decoders {
  /** The Kafka header that names the format of a record; absent means {@link #DEFAULT_FORMAT}. */
  public static final String FORMAT_HEADER = "sluice-format";

  /** Canonical JSON, one exchange per message. */
  public static final String SLUICE_JSON = "sluice-json";

  /** What a record without a {@link #FORMAT_HEADER} is taken for, unless configured otherwise. */
  public static final String DEFAULT_FORMAT = SLUICE_JSON;

  private static final Map<String, Decoder> BY_NAME = Map.of(SLUICE_JSON, CanonicalReader::decode);

  private Decoders() {}

  /** The decoder of this format; empty for a name that no decoder has. */
  public static Optional<Decoder> forFormat(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The decoder of records that name no format. */
  public static Decoder defaultDecoder() {
    return CanonicalReader::decode;
  }

  /** All format names, sorted. */
  public static Set<String> names() {
    return new TreeSet<>(BY_NAME.keySet());
  }
}
