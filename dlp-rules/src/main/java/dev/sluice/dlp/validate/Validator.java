package dev.sluice.dlp.validate;

import org.jspecify.annotations.Nullable;

/** A proof that a text is what its shape says: check digits, ranges, parsers. Thread-safe. */
@FunctionalInterface
public interface Validator {

  /** Whether the whole text passes. */
  boolean accepts(String value);

  /**
   * The part of the text that passes, for formats that only their check can tell from the words
   * beside them; null if none does. The whole text, unless a validator knows better.
   */
  default @Nullable Part find(String value) {
    return accepts(value) ? new Part(0, value.length()) : null;
  }

  /**
   * A part of a text, in UTF-16 units.
   *
   * @param start of the first unit
   * @param end behind the last one
   */
  record Part(int start, int end) {}
}
