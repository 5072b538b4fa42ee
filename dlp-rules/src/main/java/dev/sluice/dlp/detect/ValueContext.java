package dev.sluice.dlp.detect;

import java.util.List;

/**
 * What is known about a value besides its text.
 *
 * @param place where it stands
 * @param fieldName the name right above it: header, cookie, parameter or JSON key; empty if none
 * @param parentNames the names above that one, nearest first
 */
public record ValueContext(Place place, String fieldName, List<String> parentNames) {

  public ValueContext {
    parentNames = List.copyOf(parentNames);
  }

  /** A value under a name, without parents. */
  public static ValueContext of(Place place, String fieldName) {
    return new ValueContext(place, fieldName, List.of());
  }

  /** Whether no name stands above the value. */
  boolean isNameless() {
    return fieldName.isEmpty() && parentNames.isEmpty();
  }

  /** Text without a name. */
  public static ValueContext text() {
    return new ValueContext(Place.BODY_TEXT, "", List.of());
  }
}
