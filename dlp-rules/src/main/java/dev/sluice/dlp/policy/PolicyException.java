package dev.sluice.dlp.policy;

import dev.sluice.model.SluiceException;

/** A policy that does not load: one line with file, line, key and what to do. */
public final class PolicyException extends SluiceException {
  private static final long serialVersionUID = 1L;

  PolicyException(String message) {
    super(message);
  }
}
