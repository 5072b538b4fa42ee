package dev.sluice.model;

/**
 * One header line, in the order it stood in the message (RFC 9110, section 5). Names keep the case
 * of the wire; compare them with {@link #is}. May be raw: prints its sizes, not its text.
 */
public record Header(String name, String value) {
  /** Whether this is the header called {@code other}, ignoring case. */
  public boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }

  @Override
  public String toString() {
    return "[header, " + (name.length() + value.length()) + " chars]";
  }
}
