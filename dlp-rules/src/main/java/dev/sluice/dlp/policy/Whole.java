package dev.sluice.dlp.policy;

import org.jspecify.annotations.Nullable;

/** Leaves a share of one out of a policy's text, so that digests of older policies stay. */
final class Whole {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Double share && share == 1;
  }

  @Override
  public int hashCode() {
    return 1;
  }
}
