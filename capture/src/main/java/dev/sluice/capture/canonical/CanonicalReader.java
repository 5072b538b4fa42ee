package dev.sluice.capture.canonical;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.capture.Decoded;
import dev.sluice.capture.internal.BadCapture;
import dev.sluice.capture.internal.RawJson;
import dev.sluice.capture.internal.Utf8;
import dev.sluice.model.QuarantineReason;
import java.io.IOException;

/**
 * Reads Sluice's canonical form. Thread-safe.
 *
 * <p>Never throws on any input; whatever is wrong becomes a reason code. Fields it does not know
 * are kept as tags (JSON text under their name; {@code request.x} for one inside the request). An
 * absent {@code id} is read as empty, and is the engine's to fill in.
 */
public final class CanonicalReader {
  /** Largest message that is read unless told otherwise: 32 MiB. */
  public static final int DEFAULT_LIMIT = 32 << 20;

  private CanonicalReader() {}

  /** Reads one message of at most {@link #DEFAULT_LIMIT} bytes. */
  public static Decoded decode(byte[] jsonUtf8) {
    return decode(jsonUtf8, DEFAULT_LIMIT);
  }

  /** Reads one message of at most {@code limitBytes} bytes. */
  public static Decoded decode(byte[] jsonUtf8, int limitBytes) {
    try {
      check(jsonUtf8, limitBytes);
      return new Decoded.Ok(RawJson.read(jsonUtf8, CanonicalReader::parse).finish());
    } catch (BadCapture | IOException | RuntimeException | StackOverflowError e) {
      return RawJson.failed(e);
    }
  }

  private static void check(byte[] message, int limitBytes) throws BadCapture {
    if (message.length == 0) {
      throw new BadCapture(QuarantineReason.EMPTY_MESSAGE);
    }
    if (message.length > limitBytes) {
      throw new BadCapture(QuarantineReason.TOO_LARGE);
    }
    if (!Utf8.isValid(message)) {
      throw new BadCapture(QuarantineReason.INVALID_UTF8);
    }
  }

  private static ExchangeFields parse(JsonParser json) throws IOException, BadCapture {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      json.skipChildren(); // so that endless nesting is named as such
      throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
    }
    ExchangeFields fields = new ExchangeFields();
    Values value = new Values(json);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      fields.read(name, value);
    }
    if (json.nextToken() != null) {
      throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
    }
    return fields;
  }
}
