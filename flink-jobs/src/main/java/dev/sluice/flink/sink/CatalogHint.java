package dev.sluice.flink.sink;

import dev.sluice.catalog.client.CatalogClient;
import dev.sluice.model.catalog.RegisterRequest;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tells a catalog of new manifests before it polls the outbox. Only a hint: on a thread of its own,
 * never waited for, dropped when the catalog is slow, silent when it fails.
 */
final class CatalogHint implements AutoCloseable {
  private static final int WAITING = 1_000;

  private final Optional<CatalogClient> catalog;
  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          0,
          1,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          task -> {
            Thread thread = new Thread(task, "sluice-catalog-hint");
            thread.setDaemon(true);
            return thread;
          },
          new ThreadPoolExecutor.DiscardPolicy());

  CatalogHint(Optional<URI> catalog) {
    this.catalog = catalog.map(CatalogClient::of);
  }

  void sealed(String manifestKey, String manifestDigest) {
    catalog.ifPresent(
        client ->
            executor.execute(() -> tell(client, new RegisterRequest(manifestKey, manifestDigest))));
  }

  private static void tell(CatalogClient client, RegisterRequest request) {
    try {
      client.register(request);
    } catch (RuntimeException e) {
      // The outbox says it again.
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
