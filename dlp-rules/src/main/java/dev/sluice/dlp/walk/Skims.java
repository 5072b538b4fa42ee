package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What skimming the JSON bodies of one exchange showed. A body that the first pass left as it was
 * need not be skimmed again by the second look. Not thread-safe.
 */
public final class Skims {
  private final FieldTree fields;
  private final Map<byte[], Optional<JsonSkim.Outcome>> known = new IdentityHashMap<>();

  /**
   * @param fields what all exchanges have shown so far
   */
  public Skims(FieldTree fields) {
    this.fields = fields;
  }

  /** Whether a name was found to hold nothing. */
  boolean isPlain(Place place, String name) {
    return fields.isPlain(place, name);
  }

  /** Notes that a name holds nothing. */
  public void addPlain(Place place, String name) {
    fields.addPlain(place, name);
  }

  /** What the body holds; empty if it is no plain JSON in UTF-8, or deeper than usual. */
  Optional<JsonSkim.Outcome> of(byte[] json) {
    return known.computeIfAbsent(json, j -> JsonSkim.of(j, fields));
  }
}
