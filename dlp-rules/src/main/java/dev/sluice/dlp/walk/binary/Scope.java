package dev.sluice.dlp.walk.binary;

import java.util.Map;

/**
 * A place in a binary document, and what becomes of the values that stand there. Answers equal the
 * values where nothing changes.
 */
public interface Scope {

  /** An element of the list that stands here. */
  Scope item();

  /**
   * The value below a map key.
   *
   * @param key as it will stand in the output
   * @param kept whether that is how it stood in the input
   */
  Scope field(String key, boolean kept);

  /**
   * The map that stands here, when its first members are known: one of them may name what another
   * holds.
   *
   * @param members by key, in their order; what is no text is empty
   */
  Scope paired(Map<String, String> members);

  /** The value of a protobuf field, which has a number in place of a name. */
  Scope numbered(long number);

  /** The same place, but known to hold a point in time. */
  Scope time();

  String text(String value);

  /**
   * A number in decimal notation; the answer is one too.
   *
   * @param value without exponent
   */
  String number(String value);

  /** Bytes that need not be text; the same array if nothing changes. */
  byte[] bytes(byte[] value);

  /** A map key. */
  String key(String key);
}
