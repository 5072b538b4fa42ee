package dev.sluice.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of a message body as they stood on the wire (content codings still applied).
 *
 * <p>The array is shared, not copied: neither the maker nor a reader may change it. Immutable under
 * that rule. May be raw: prints its size, not its bytes.
 */
public final class Body {
  /** No bytes at all. */
  public static final Body EMPTY = new Body(new byte[0], false);

  private final byte[] bytes;
  private final boolean truncated;

  private Body(byte[] bytes, boolean truncated) {
    this.bytes = bytes;
    this.truncated = truncated;
  }

  public static Body of(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Body(bytes, false);
  }

  public static Body ofText(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A body whose tail the capturing tool left out. */
  public static Body truncated(byte[] head) {
    return new Body(head, true);
  }

  /** The bytes; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  public int size() {
    return bytes.length;
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  public boolean isTruncated() {
    return truncated;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Body b && b.truncated == truncated && Arrays.equals(b.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "[body, " + bytes.length + " bytes" + (truncated ? ", truncated]" : "]");
  }
}
