package dev.sluice.dlp.walk;

import dev.sluice.model.QuarantineReason;

/**
 * Ends the work on one exchange with a reason. Carries no message, cause or stack, so that nothing
 * of the input can travel with it.
 */
public final class Stop extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final QuarantineReason reason;

  public Stop(QuarantineReason reason) {
    super(reason.code(), null, false, false);
    this.reason = reason;
  }

  public QuarantineReason reason() {
    return reason;
  }
}
