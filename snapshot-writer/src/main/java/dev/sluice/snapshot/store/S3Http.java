package dev.sluice.snapshot.store;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The HTTP client under the SDK: daemon threads, bounded waits, room for parallel uploads. */
final class S3Http implements AutoCloseable {
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "sluice-s3");
            thread.setDaemon(true);
            return thread;
          });
  private final OkHttpClient client;

  S3Http() {
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(64);
    dispatcher.setMaxRequestsPerHost(64);
    client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectTimeout(Duration.ofSeconds(5))
            .readTimeout(Duration.ofSeconds(60))
            .writeTimeout(Duration.ofSeconds(60))
            .build();
  }

  OkHttpClient client() {
    return client;
  }

  @Override
  public void close() {
    threads.shutdown();
    client.connectionPool().evictAll();
  }
}
