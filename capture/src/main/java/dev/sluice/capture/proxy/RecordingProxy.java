package dev.sluice.capture.proxy;

import dev.sluice.model.Exchange;
import dev.sluice.model.SluiceException;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * A running recording proxy: forwards HTTP/1.1 to one target and hands every exchange to a sink.
 *
 * <p>Traffic streams through untouched (content codings, chunks, server-sent events); only a copy
 * of the first bytes of each body is kept. Recording never delays traffic: when memory or the sink
 * is exhausted, exchanges are dropped from the record and counted. Thread-safe.
 */
public final class RecordingProxy implements AutoCloseable {
  private static final int POOL = 1024;
  private static final int HEADER_BYTES = 256 << 10;
  private static final int CONNECT_MILLIS = 10_000;

  private final ProxyConfig config;
  private final SinkQueue queue;
  private final MemoryBudget budget;
  private final LongAdder seen = new LongAdder();
  private final LongAdder requestBytes = new LongAdder();
  private final LongAdder responseBytes = new LongAdder();
  private final Vertx vertx;
  private final Upstream upstream;
  private final HttpServer server;

  private RecordingProxy(
      ProxyConfig config, Consumer<Exchange> sink, HttpClientOptions clientOptions) {
    this.config = config;
    this.queue = new SinkQueue(sink, "sluice-recorder-" + config.service());
    this.budget = new MemoryBudget(config.maxPendingBytes());
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    this.upstream =
        new Upstream(
            vertx
                .httpClientBuilder()
                .with(
                    clientOptions
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setMaxHeaderSize(HEADER_BYTES)
                        .setMaxInitialLineLength(HEADER_BYTES))
                .with(new PoolOptions().setHttp1MaxSize(POOL))
                .withConnectHandler(c -> c.exceptionHandler(RecordingProxy::keepToOurselves))
                .build(),
            config.target());
    this.server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setHost(config.listenHost())
                    .setPort(config.listenPort())
                    .setHttp2ClearTextEnabled(false)
                    .setHandle100ContinueAutomatically(true)
                    .setMaxHeaderSize(HEADER_BYTES)
                    .setMaxInitialLineLength(HEADER_BYTES))
            .connectionHandler(c -> c.exceptionHandler(RecordingProxy::keepToOurselves))
            .requestHandler(this::handle);
    vertx.exceptionHandler(RecordingProxy::keepToOurselves);
  }

  /**
   * Starts to listen; returns once the port is open.
   *
   * @param sink called on one thread of its own, in the order in which exchanges end; may take its
   *     time (then exchanges are dropped) but should not block for good
   * @throws SluiceException if the port cannot be opened
   */
  public static RecordingProxy start(ProxyConfig config, Consumer<Exchange> sink) {
    return start(config, sink, new HttpClientOptions());
  }

  static RecordingProxy start(
      ProxyConfig config, Consumer<Exchange> sink, HttpClientOptions clientOptions) {
    RecordingProxy proxy = new RecordingProxy(config, sink, clientOptions);
    try {
      proxy.server.listen().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
      return proxy;
    } catch (ExecutionException | TimeoutException e) {
      proxy.close();
      throw new SluiceException(
          "cannot listen on "
              + config.listenHost()
              + ":"
              + config.listenPort()
              + "; choose another address or port");
    } catch (InterruptedException e) {
      proxy.close();
      Thread.currentThread().interrupt();
      throw new SluiceException("interrupted while starting the proxy");
    }
  }

  /** Unhandled, these would be logged with what a peer sent; each request is settled anyway. */
  private static void keepToOurselves(Throwable e) {}

  private void handle(HttpServerRequest request) {
    seen.increment();
    if (HttpMethod.CONNECT.equals(request.method())) {
      request.response().setStatusCode(501).end(); // a tunnel shows nothing to record
      queue.drop();
      return;
    }
    Recording recording =
        new Recording(config, queue, budget, request, upstream.url(request.uri()));
    new Forwarding(request, recording, requestBytes, responseBytes).start(upstream);
  }

  /** The port that is listened on. */
  public int port() {
    return server.actualPort();
  }

  public ProxyStats stats() {
    return new ProxyStats(
        seen.sum(), queue.recorded(), queue.dropped(), requestBytes.sum(), responseBytes.sum());
  }

  /** Bytes held for the record at this moment. */
  long pendingBytes() {
    return budget.used();
  }

  /** Stops listening, breaks off what is under way and hands over what is recorded. */
  @Override
  public void close() {
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // nothing more can be done about it; what was recorded still goes out
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    queue.close();
  }
}
