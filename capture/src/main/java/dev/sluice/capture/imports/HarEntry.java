package dev.sluice.capture.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.capture.Fidelity;
import dev.sluice.capture.internal.BadCapture;
import dev.sluice.capture.internal.Timestamps;
import dev.sluice.capture.internal.Utf8;
import dev.sluice.model.Capture;
import dev.sluice.model.Header;
import dev.sluice.model.QuarantineReason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Makes an exchange of one entry of a HAR (W3C Web Performance draft, version 1.2). Query, cookies
 * and form parameters stand twice in it: only URL, headers and body text are taken.
 */
final class HarEntry {
  private static final Pattern LINE_ENDS = Pattern.compile("[\r\n]+");

  private final ImportDefaults defaults;

  HarEntry(ImportDefaults defaults) {
    this.defaults = defaults;
  }

  Capture capture(JsonNode entry) throws BadCapture {
    if (!entry.isObject()) {
      throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
    }
    Draft draft = new Draft(defaults);
    draft.ts = Timestamps.parse(entry.path("startedDateTime").asText(""));
    draft.durationMicros = duration(entry);
    JsonNode request = entry.path("request");
    draft.method = request.path("method").asText("");
    draft.url = request.path("url").asText("");
    draft.protocol = request.path("httpVersion").asText("");
    headers(request, draft.request);
    HarPostData.read(request.path("postData"), draft);
    response(entry, draft);
    if (entry.has("_webSocketMessages")) {
      draft.notes.add(Fidelity.WEBSOCKET_DROPPED);
    }
    return draft.build(defaults);
  }

  private static OptionalLong duration(JsonNode entry) {
    JsonNode time = entry.path("time");
    boolean timed = !entry.has("timings") || entry.path("timings").isObject();
    boolean usable = timed && time.isNumber() && time.doubleValue() >= 0;
    return usable && time.doubleValue() < 1e12
        ? OptionalLong.of(Math.round(time.doubleValue() * 1000))
        : OptionalLong.empty();
  }

  private static void response(JsonNode entry, Draft draft) throws BadCapture {
    JsonNode response = entry.path("response");
    int status = response.path("status").asInt(0);
    if (status <= 0 || response.hasNonNull("_error")) {
      return; // cancelled, blocked or failed: there was no answer
    }
    if (status < 100 || status > 599) {
      throw new BadCapture(QuarantineReason.MISSING_FIELD);
    }
    MessageDraft message = new MessageDraft();
    message.mayBeDecoded = true;
    headers(response, message);
    content(response.path("content"), message, draft);
    draft.status = status;
    draft.response = message;
  }

  private static void content(JsonNode content, MessageDraft message, Draft draft)
      throws BadCapture {
    String text = content.path("text").asText("");
    if (!text.isEmpty()) {
      message.bytes = bytes(text, content.path("encoding").asText(""));
    } else if (content.path("size").asLong(0) > 0) {
      message.truncated = true;
      draft.notes.add(Fidelity.BODY_MISSING);
    }
    typed(message, content.path("mimeType").asText(""));
  }

  /** Some tools leave the headers out but keep the type of the body. */
  static void typed(MessageDraft message, String mimeType) {
    boolean known = mimeType.indexOf('/') > 0; // "x-unknown" and the like are no types
    if (known && message.bytes.length > 0 && message.header("content-type").isEmpty()) {
      message.headers.add(new Header("Content-Type", mimeType));
    }
  }

  static byte[] bytes(String text, String encoding) throws BadCapture {
    if (!encoding.equalsIgnoreCase("base64")) {
      if (!Utf8.isEncodable(text)) {
        throw new BadCapture(QuarantineReason.INVALID_UTF8);
      }
      return text.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(LINE_ENDS.matcher(text).replaceAll(""));
    } catch (IllegalArgumentException e) {
      throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
    }
  }

  /** Headers without HTTP/2 pseudo-headers, which repeat method and URL. */
  private static void headers(JsonNode message, MessageDraft draft) {
    for (JsonNode header : message.path("headers")) {
      String name = header.path("name").asText("");
      if (!name.isEmpty() && !name.startsWith(":")) {
        for (String value : lines(header.path("value").asText(""))) {
          draft.headers.add(new Header(name, value));
        }
      }
    }
  }

  /** Chrome joins equal headers with line feeds. */
  private static List<String> lines(String value) {
    return value.indexOf('\n') < 0 ? List.of(value) : value.lines().toList();
  }
}
