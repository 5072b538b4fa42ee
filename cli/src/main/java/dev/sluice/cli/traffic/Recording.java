package dev.sluice.cli.traffic;

import dev.sluice.capture.kafka.CapturePublisher;
import dev.sluice.capture.kafka.PublisherConfig;
import dev.sluice.capture.proxy.ProxyConfig;
import dev.sluice.capture.proxy.RecordingProxy;
import dev.sluice.cli.io.Terminal;
import dev.sluice.model.Direction;
import dev.sluice.model.Exchange;
import dev.sluice.model.SluiceException;
import java.util.Optional;
import java.util.function.Consumer;

/** A proxy with the place its copies go to. */
final class Recording implements AutoCloseable {
  private final Terminal terminal;
  private final RecordingProxy proxy;
  private final String host;
  private final Optional<CapturePublisher> kafka;
  private final Optional<LocalRecording> local;

  private Recording(
      Terminal terminal,
      RecordingProxy proxy,
      String host,
      Optional<CapturePublisher> kafka,
      Optional<LocalRecording> local) {
    this.terminal = terminal;
    this.proxy = proxy;
    this.host = host;
    this.kafka = kafka;
    this.local = local;
  }

  static Recording start(RecordCommand command) throws java.io.IOException {
    String brokers = command.destination.brokers;
    if (brokers != null) {
      CapturePublisher publisher =
          CapturePublisher.open(PublisherConfig.of(brokers, command.topic));
      return start(command, publisher::publish, Optional.of(publisher), Optional.empty());
    }
    LocalRecording local = LocalRecording.start(command);
    return start(command, local::offer, Optional.empty(), Optional.of(local));
  }

  private static Recording start(
      RecordCommand command,
      Consumer<Exchange> sink,
      Optional<CapturePublisher> kafka,
      Optional<LocalRecording> local) {
    int colon = command.listen.lastIndexOf(':');
    String host = colon < 0 ? "127.0.0.1" : command.listen.substring(0, colon);
    ProxyConfig config =
        new ProxyConfig(
            host,
            port(command.listen.substring(colon + 1)),
            command.target,
            command.env,
            command.service,
            direction(command.direction),
            command.maxBodyBytes,
            ProxyConfig.DEFAULT_PENDING_BYTES);
    return new Recording(command.terminal, RecordingProxy.start(config, sink), host, kafka, local);
  }

  private static int port(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new SluiceException("--listen is HOST:PORT");
    }
  }

  private static Direction direction(String text) {
    try {
      return Direction.ofWireName(text);
    } catch (IllegalArgumentException e) {
      throw new SluiceException("--direction is inbound or outbound");
    }
  }

  String address() {
    return host + ":" + proxy.port();
  }

  /** Stops the proxy first, so that everything recorded still reaches its place. */
  @Override
  public void close() {
    proxy.close();
    kafka.ifPresent(CapturePublisher::close);
    local.ifPresent(LocalRecording::close);
    long dropped =
        proxy.stats().dropped()
            + kafka.map(CapturePublisher::dropped).orElse(0L)
            + local.map(LocalRecording::dropped).orElse(0L);
    terminal.note(
        proxy.stats().seen()
            + " requests passed, "
            + proxy.stats().recorded()
            + " recorded, "
            + dropped
            + " dropped");
  }
}
