package dev.sluice.capture.proxy;

import dev.sluice.model.Exchange;
import java.util.function.Consumer;

/** A running recording proxy. Thread-safe. */
public final class RecordingProxy implements AutoCloseable {
  private RecordingProxy() {}

  /** Starts to listen; returns once the port is open. */
  public static RecordingProxy start(ProxyConfig config, Consumer<Exchange> sink) {
    return new RecordingProxy();
  }

  public int port() {
    return 0;
  }

  public ProxyStats stats() {
    return new ProxyStats(0, 0, 0, 0, 0);
  }

  @Override
  public void close() {}
}
