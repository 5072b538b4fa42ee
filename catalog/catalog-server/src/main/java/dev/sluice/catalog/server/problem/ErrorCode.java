package dev.sluice.catalog.server.problem;

import java.util.Locale;

/** Every error the API answers with: its HTTP status, its problem type and its title. */
public enum ErrorCode {
  BAD_REQUEST(400, "The request is not valid"),
  UNKNOWN_SNAPSHOT(404, "No such snapshot"),
  NOTHING_RESOLVED(404, "No snapshot stands behind this name"),
  NOT_FOUND(404, "No such page"),
  METHOD_NOT_ALLOWED(405, "This method is not allowed here"),
  AMBIGUOUS_NAME(409, "The name fits several environments"),
  DIGEST_CONFLICT(409, "The manifest does not have this digest"),
  VERSION_CONFLICT(409, "Somebody else changed the status first"),
  TRANSITION_REFUSED(409, "This status change is not allowed"),
  ERASED(410, "The snapshot was erased"),
  TOO_LARGE(413, "The request is too large"),
  NOT_JSON(415, "The request body must be JSON"),
  MISSING_MANIFEST(422, "The manifest is not in the bucket"),
  BAD_MANIFEST(422, "The manifest is not usable"),
  CROSS_ORIGIN(403, "The request comes from another site"),
  INTERNAL(500, "The catalog failed"),
  STORE_UNAVAILABLE(503, "The object store does not answer"),
  DATABASE_UNAVAILABLE(503, "The database does not answer");

  private final int status;
  private final String title;

  ErrorCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** Stable identifier, {@code urn:sluice:problem:…}. */
  public String type() {
    return "urn:sluice:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** An exception of this kind; {@code detail} says what was wrong and what to do. */
  public ProblemException with(String detail) {
    return new ProblemException(this, detail);
  }
}
