package dev.sluice.dlp.transform;

/** Makes surrogates for one family of info types. Thread-safe. */
interface Surrogate {
  /**
   * A surrogate for the value, a function of the draw and the value's shape only.
   *
   * @param value the original as it stands, never empty
   * @param draw choices that belong to the canonical value
   */
  String make(String value, Draw draw);

  /** Whether the value carries this key's check; false for families without one. */
  default boolean verifies(String value) {
    return false;
  }

  /** Whether what was made for the value is as it should be; if not, it is drawn again. */
  default boolean isSound(String value, String made) {
    return true;
  }
}
