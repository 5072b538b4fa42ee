package dev.sluice.dlp.walk;

import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;

/**
 * Places where only values that are sensitive in themselves are replaced for standing elsewhere.
 */
public final class Reach {

  private Reach() {}

  /**
   * Whether text at that place is free, so that a name seen elsewhere may be replaced in it; hosts
   * and standard headers are not.
   */
  public static boolean isFree(ValueContext context) {
    return context.place() != Place.URL_HOST
        && (context.place() != Place.HEADER
            || HeaderKinds.of(context.fieldName()) != HeaderKinds.Kind.STANDARD);
  }
}
