package dev.sluice.catalog.server.problem;

import dev.sluice.model.SluiceException;
import dev.sluice.model.catalog.Problem;

/** A request that cannot be served, with the code that says why. */
public final class ProblemException extends SluiceException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  ProblemException(ErrorCode code, String detail) {
    super(detail);
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }

  /** The document a client gets. */
  public Problem toProblem(String instance) {
    String detail = getMessage() == null ? "" : getMessage();
    return new Problem(code.type(), code.title(), code.status(), detail, instance);
  }
}
