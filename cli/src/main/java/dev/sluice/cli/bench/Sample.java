package dev.sluice.cli.bench;

import dev.sluice.capture.synthetic.PlainJson;
import dev.sluice.model.Capture;

/**
 * One exchange to measure with.
 *
 * @param document the same exchange as plain JSON, for the references; its length is its size
 */
record Sample(Capture capture, byte[] document) {
  static Sample of(Capture capture) {
    return new Sample(capture, PlainJson.of(capture));
  }

  @Override
  public String toString() {
    return "[raw, " + document.length + " bytes]";
  }
}
