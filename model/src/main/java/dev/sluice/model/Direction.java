package dev.sluice.model;

/** Which side of the named service an exchange was seen on. */
public enum Direction {
  /** A request the service received. */
  INBOUND,
  /** A request the service sent to a dependency. */
  OUTBOUND;

  /** The lower-case form used in files, columns and URLs: {@code inbound} or {@code outbound}. */
  public String wireName() {
    return this == INBOUND ? "inbound" : "outbound";
  }

  /**
   * Parses {@link #wireName()}; any other text is an {@link IllegalArgumentException} that does not
   * repeat it.
   */
  public static Direction ofWireName(String name) {
    return switch (name) {
      case "inbound" -> INBOUND;
      case "outbound" -> OUTBOUND;
      default -> throw new IllegalArgumentException("direction is neither inbound nor outbound");
    };
  }
}
