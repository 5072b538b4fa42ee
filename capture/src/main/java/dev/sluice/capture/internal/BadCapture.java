package dev.sluice.capture.internal;

import dev.sluice.model.QuarantineReason;

/** Says why a message is refused: a reason code, and nothing of the message. */
public final class BadCapture extends Exception {
  private static final long serialVersionUID = 1L;

  private final QuarantineReason reason;

  public BadCapture(QuarantineReason reason) {
    super(reason.code(), null, false, false);
    this.reason = reason;
  }

  public QuarantineReason reason() {
    return reason;
  }
}
