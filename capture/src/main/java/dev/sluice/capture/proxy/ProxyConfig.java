package dev.sluice.capture.proxy;

import dev.sluice.model.Direction;
import dev.sluice.model.SluiceException;
import java.net.URI;
import java.util.Locale;

/**
 * What a recording proxy listens on, forwards to and records.
 *
 * @param listenHost address to listen on
 * @param listenPort port to listen on; 0 takes a free one
 * @param target upstream, {@code http://host[:port][/prefix]} or {@code https://…}
 * @param env environment of the recorded exchanges
 * @param service service they belong to
 * @param direction the side of the service the proxy stands on
 * @param maxBodyBytes bytes of each body that are recorded; the rest passes unrecorded and the body
 *     is marked truncated
 * @param maxPendingBytes memory that exchanges being recorded or waiting for the sink may hold;
 *     above it they are dropped and counted
 */
public record ProxyConfig(
    String listenHost,
    int listenPort,
    URI target,
    String env,
    String service,
    Direction direction,
    int maxBodyBytes,
    long maxPendingBytes) {
  public static final int DEFAULT_BODY_BYTES = 1 << 20;
  public static final long DEFAULT_PENDING_BYTES = 64L << 20;

  /**
   * @throws SluiceException if the target is no http or https URL, or a limit is negative
   */
  public ProxyConfig {
    String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
    if (!(scheme.equals("http") || scheme.equals("https")) || target.getHost() == null) {
      throw new SluiceException(
          "the target of a recording proxy must be http://host[:port] or https://host[:port]");
    }
    if (maxBodyBytes < 0 || maxPendingBytes < 0) {
      throw new SluiceException("the limits of a recording proxy must not be negative");
    }
  }

  /** 1 MiB per body and 64 MiB in all. */
  public ProxyConfig(
      String listenHost,
      int listenPort,
      URI target,
      String env,
      String service,
      Direction direction) {
    this(
        listenHost,
        listenPort,
        target,
        env,
        service,
        direction,
        DEFAULT_BODY_BYTES,
        DEFAULT_PENDING_BYTES);
  }
}
