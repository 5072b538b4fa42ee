package dev.sluice.dlp.policy;

import org.jspecify.annotations.Nullable;

/**
 * Leaves a number that is one, and says nothing, out of a policy's text, so that digests of older
 * policies stay.
 */
final class Whole {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Number number && number.doubleValue() == 1;
  }

  @Override
  public int hashCode() {
    return 1;
  }
}
