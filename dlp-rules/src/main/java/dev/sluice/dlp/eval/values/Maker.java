package dev.sluice.dlp.eval.values;

/** Makes one value. */
@FunctionalInterface
interface Maker {
  /**
   * @param argument what the template says behind the colon; empty if nothing
   */
  String make(Dice dice, String argument);
}
