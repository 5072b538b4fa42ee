package dev.sluice.capture.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.capture.Decoded;
import dev.sluice.capture.Fidelity;
import dev.sluice.capture.internal.BadCapture;
import dev.sluice.capture.internal.RawJson;
import dev.sluice.capture.internal.Timestamps;
import dev.sluice.capture.internal.Utf8;
import dev.sluice.model.Direction;
import dev.sluice.model.Header;
import dev.sluice.model.QuarantineReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads proxymock's RRPair as JSON. A pair repeats its values in signatures, token lists, query
 * parameters and network notes; only request line, headers, bodies and times are taken.
 */
final class RrPairJson {
  private final ImportDefaults defaults;

  RrPairJson(ImportDefaults defaults) {
    this.defaults = defaults;
  }

  /** One pair; never throws. */
  Decoded decode(byte[] json) {
    try {
      if (!Utf8.isValid(json)) {
        throw new BadCapture(QuarantineReason.INVALID_UTF8);
      }
      Draft draft = draft(RawJson.readTree(json));
      return new Decoded.Ok(draft.build(defaults));
    } catch (BadCapture | IOException | RuntimeException | StackOverflowError e) {
      return RawJson.failed(e);
    }
  }

  Draft draft(JsonNode pair) throws BadCapture {
    Draft draft = meta(pair);
    JsonNode http = pair.path("http");
    if (!http.isObject()) {
      boolean other = pair.hasNonNull("l7protocol");
      throw new BadCapture(
          other ? QuarantineReason.UNKNOWN_FORMAT : QuarantineReason.MISSING_FIELD);
    }
    request(pair, http.path("req"), draft);
    response(http.path("res"), draft);
    return draft;
  }

  /** Everything but the messages. */
  Draft meta(JsonNode pair) throws BadCapture {
    if (!pair.isObject()) {
      throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
    }
    Draft draft = new Draft(defaults);
    draft.ts = Timestamps.parse(pair.path("ts").asText(""));
    draft.id = RrPairIds.uuid(pair.path("uuid").asText(""));
    draft.service = Optional.of(pair.path("service").asText(""));
    JsonNode duration = pair.path("duration"); // milliseconds
    if (duration.canConvertToLong() && duration.asLong() >= 0 && duration.asLong() < 1L << 40) {
      draft.durationMicros = OptionalLong.of(duration.asLong() * 1000);
    }
    draft.direction = direction(pair.path("direction").asText(""), draft.direction);
    return draft;
  }

  static Direction direction(String text, Direction otherwise) {
    return switch (text) {
      case "IN" -> Direction.INBOUND;
      case "OUT" -> Direction.OUTBOUND;
      default -> otherwise;
    };
  }

  private static void request(JsonNode pair, JsonNode req, Draft draft) throws BadCapture {
    draft.method = req.path("method").asText(pair.path("command").asText(""));
    draft.protocol = req.path("version").asText("");
    headers(req, draft.request);
    draft.request.bytes = body(req);
    draft.request.mayBeDecoded = true;
    String target = req.path("uri").asText(pair.path("location").asText(""));
    draft.url = url(pair, req, target);
    if (!req.isObject()) {
      draft.notes.add(Fidelity.REQUEST_PARTIAL);
    }
  }

  private static String url(JsonNode pair, JsonNode req, String target) throws BadCapture {
    if (target.startsWith("http://") || target.startsWith("https://")) {
      return target;
    }
    boolean tls = pair.path("isTls").asBoolean(pair.path("l7protocol").asText("").equals("https"));
    String authority = pair.path("network_address").asText("");
    authority = authority.isEmpty() ? req.path("host").asText("") : authority;
    String standardPort = tls ? ":443" : ":80";
    if (authority.endsWith(standardPort)) {
      authority = authority.substring(0, authority.length() - standardPort.length());
    }
    if (authority.isEmpty()) {
      throw new BadCapture(QuarantineReason.MISSING_FIELD);
    }
    String path = target.startsWith("/") ? target : "/" + target;
    return (tls ? "https://" : "http://") + authority + path;
  }

  static void response(JsonNode res, Draft draft) throws BadCapture {
    int status = res.path("statusCode").asInt(0);
    if (!res.isObject() || status == 0) {
      return;
    }
    if (status < 100 || status > 599) {
      throw new BadCapture(QuarantineReason.MISSING_FIELD);
    }
    MessageDraft message = new MessageDraft();
    message.mayBeDecoded = true;
    headers(res, message);
    message.bytes = body(res);
    draft.status = status;
    draft.response = message;
  }

  private static void headers(JsonNode message, MessageDraft draft) {
    for (Map.Entry<String, JsonNode> header : message.path("headers").properties()) {
      if (header.getValue().isArray()) {
        header
            .getValue()
            .forEach(v -> draft.headers.add(new Header(header.getKey(), v.asText(""))));
      } else {
        draft.headers.add(new Header(header.getKey(), header.getValue().asText("")));
      }
    }
  }

  /** The exact bytes where they are kept, else the text. */
  static byte[] body(JsonNode message) throws BadCapture {
    if (message.hasNonNull("bodyBase64")) {
      try {
        return Base64.getDecoder().decode(message.path("bodyBase64").asText());
      } catch (IllegalArgumentException e) {
        throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
      }
    }
    String text = message.path("body").asText("");
    if (!Utf8.isEncodable(text)) {
      throw new BadCapture(QuarantineReason.INVALID_UTF8);
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
