package dev.sluice.capture;

/**
 * Fidelity notes: what a source format could not carry, as fixed codes. They travel with a {@link
 * dev.sluice.model.Capture} and never hold a value.
 */
public final class Fidelity {
  /** The format (or this exchange) has no duration. */
  public static final String NO_LATENCY = "no-latency";

  /** There is a response, but its status is not known; it stands as 0. */
  public static final String NO_STATUS = "no-status";

  /** The protocol version is not known; {@code HTTP/1.1} was assumed. */
  public static final String PROTOCOL_ASSUMED = "protocol-assumed";

  /** A body was kept only in part. */
  public static final String BODY_TRUNCATED = "body-truncated";

  /** The response had a body that the tool did not keep. */
  public static final String BODY_MISSING = "body-missing";

  /** A body came without its content coding; the headers were adjusted to say so. */
  public static final String BODY_DECODED = "body-decoded";

  /** A body was pretty-printed by the tool, so its bytes are not those of the wire. */
  public static final String BODY_REFORMATTED = "body-reformatted";

  /** A body was rebuilt from structured parameters. */
  public static final String BODY_REBUILT = "body-rebuilt";

  /** {@code Content-Length} did not match the body that is there and was set right. */
  public static final String CONTENT_LENGTH_ADJUSTED = "content-length-adjusted";

  /** Equal headers were merged into one line, or their order was lost. */
  public static final String HEADERS_MERGED = "headers-merged";

  /** Frames of a WebSocket conversation were left out. */
  public static final String WEBSOCKET_DROPPED = "websocket-messages-dropped";

  /** The request target had no host; the URL was completed with a placeholder. */
  public static final String HOST_ASSUMED = "host-assumed";

  /** Request headers and body are not in the file; method and URL come from its summary. */
  public static final String REQUEST_PARTIAL = "request-partial";

  /** What the tool derived or noted beside the exchange (addresses, timings, sessions) is left. */
  public static final String METADATA_DROPPED = "tool-metadata-dropped";

  /** Responses of a replay were left out; they are not what production answered. */
  public static final String REPLAYED_DROPPED = "replayed-responses-dropped";

  private Fidelity() {}
}
