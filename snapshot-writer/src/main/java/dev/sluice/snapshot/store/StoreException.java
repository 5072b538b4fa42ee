package dev.sluice.snapshot.store;

import dev.sluice.model.SluiceException;

/** A store did not do what it was asked. Names the key and the store's error code. */
public final class StoreException extends SluiceException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, and so whether trying again can help. */
  public enum Kind {
    /** No such object or bucket. */
    NOT_FOUND(false),
    /** The store refuses: credentials, permissions, a bad request. */
    REFUSED(false),
    /** Unreachable, overloaded or failing; the outcome of a write is unknown. */
    UNAVAILABLE(true),
    /** A staged upload is gone and the object it should have become is not there. */
    LOST_UPLOAD(false),
    /** What came back is not what was stored. */
    CORRUPT(false);

    private final boolean retryable;

    Kind(boolean retryable) {
      this.retryable = retryable;
    }
  }

  private final Kind kind;

  public StoreException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public StoreException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether the same call may succeed later. */
  public boolean retryable() {
    return kind.retryable;
  }
}
