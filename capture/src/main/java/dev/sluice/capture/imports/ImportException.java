package dev.sluice.capture.imports;

import dev.sluice.model.SluiceException;

/** A file that cannot be imported at all. The message names the file and what to do, no content. */
public final class ImportException extends SluiceException {
  private static final long serialVersionUID = 1L;

  public ImportException(String message) {
    super(message);
  }
}
