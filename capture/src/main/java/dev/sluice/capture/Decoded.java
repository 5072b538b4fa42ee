package dev.sluice.capture;

import dev.sluice.model.Capture;
import dev.sluice.model.QuarantineReason;

/** What became of one captured message: a capture, or the reason why there is none. Immutable. */
public sealed interface Decoded {
  /** The message was read. Still raw. */
  record Ok(Capture capture) implements Decoded {}

  /**
   * The message could not be read. Holds nothing of its content.
   *
   * @param errorClass simple name of the exception behind it, never its message
   */
  record Failed(QuarantineReason reason, String errorClass) implements Decoded {}
}
