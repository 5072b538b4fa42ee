package dev.sluice.cli.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Looks at whether the catalog is ready. */
final class CatalogCheck {
  private static final String CATALOG = "catalog";
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private CatalogCheck() {}

  static Finding look(URI catalog) {
    try {
      HttpResponse<Void> answer =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .build()
              .send(
                  HttpRequest.newBuilder(catalog.resolve("/health/ready"))
                      .timeout(PATIENCE)
                      .build(),
                  HttpResponse.BodyHandlers.discarding());
      return answer.statusCode() == 200
          ? Finding.ok(CATALOG, catalog + " is ready")
          : Finding.fail(
              CATALOG,
              catalog + " answers " + answer.statusCode(),
              "see its log: database or bucket cannot be reached");
    } catch (IOException | IllegalArgumentException e) {
      return Finding.fail(
          CATALOG,
          catalog + " does not answer",
          "start it with `sluice catalog serve` or correct --catalog; the job runs on without it");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.fail(CATALOG, "was not asked: interrupted", "try again");
    }
  }
}
