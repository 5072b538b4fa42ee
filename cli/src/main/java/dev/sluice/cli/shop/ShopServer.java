package dev.sluice.cli.shop;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on a free loopback port that answers with one handler. */
final class ShopServer implements AutoCloseable {
  /** Answers one call; every path must send something. */
  interface Handler {
    void handle(Call call) throws IOException, InterruptedException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8, ShopServer::daemon);

  private ShopServer(HttpServer server) {
    this.server = server;
  }

  static ShopServer start(Handler handler) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ShopServer shop = new ShopServer(http);
    http.setExecutor(shop.threads);
    http.createContext(
        "/",
        exchange -> {
          Call call = new Call(exchange);
          try {
            handler.handle(call);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            exchange.close();
          }
        });
    http.start();
    return shop;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread t = new Thread(work, "shop-server");
    t.setDaemon(true);
    return t;
  }
}
