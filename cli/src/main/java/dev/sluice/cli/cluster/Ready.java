package dev.sluice.cli.cluster;

import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for parts of a cluster. */
final class Ready {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int CONNECT_MILLIS = 1_000;

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofMillis(CONNECT_MILLIS)).build();

  private final LocalCluster cluster;

  Ready(LocalCluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Waits until it holds.
   *
   * @throws SluiceException if the process ends before that, or takes too long
   */
  void await(String name, BooleanSupplier holds) {
    await(name, PATIENCE, holds);
  }

  /** The same with another patience. */
  void await(String name, Duration patience, BooleanSupplier holds) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!holds.getAsBoolean()) {
      Daemon daemon = cluster.daemon(name);
      if (daemon.process().isEmpty()) {
        throw new SluiceException(name + " has ended; see " + daemon.log());
      }
      if (System.nanoTime() > deadline) {
        throw new SluiceException(
            name + " does not answer after " + patience.toSeconds() + " s; see " + daemon.log());
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException("interrupted while waiting for the cluster");
    }
  }

  /** Whether somebody listens on that port of 127.0.0.1. */
  static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(Ports.HOST, port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether a GET is answered with success. */
  static boolean answers(String url) {
    try {
      HttpRequest get =
          HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(5)).build();
      return HTTP.send(get, HttpResponse.BodyHandlers.discarding()).statusCode() < 300;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What a GET is answered with; empty if nobody answers. */
  static String text(String url) {
    try {
      HttpRequest get =
          HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(5)).build();
      return HTTP.send(get, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
