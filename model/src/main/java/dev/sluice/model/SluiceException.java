package dev.sluice.model;

/**
 * The root of every error Sluice reports. A message says what was wrong, where, and what to do
 * next; it never holds a raw value.
 */
public class SluiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SluiceException(String message) {
    super(message);
  }

  public SluiceException(String message, Throwable cause) {
    super(message, cause);
  }
}
