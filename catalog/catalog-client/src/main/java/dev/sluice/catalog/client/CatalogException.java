package dev.sluice.catalog.client;

import dev.sluice.model.SluiceException;
import dev.sluice.model.catalog.Problem;
import java.util.Optional;

/** The catalog refused a call or could not be reached. */
public final class CatalogException extends SluiceException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Problem> problem;

  private CatalogException(String message, Optional<Problem> problem) {
    super(message);
    this.problem = problem;
  }

  static CatalogException refused(Problem problem) {
    return new CatalogException(
        "catalog: " + problem.title() + " (" + problem.status() + "): " + problem.detail(),
        Optional.of(problem));
  }

  static CatalogException failed(String message) {
    return new CatalogException(message, Optional.empty());
  }

  /** What the catalog answered; empty when no answer of the catalog arrived. */
  public Optional<Problem> problem() {
    return problem == null ? Optional.empty() : problem;
  }

  /** HTTP status of the answer, 0 when there was none. */
  public int status() {
    return problem().map(Problem::status).orElse(0);
  }
}
