package dev.sluice.capture.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sluice.capture.Fidelity;
import dev.sluice.capture.internal.BadCapture;
import dev.sluice.capture.internal.RawJson;
import dev.sluice.capture.internal.Timestamps;
import dev.sluice.model.Capture;
import dev.sluice.model.Header;
import dev.sluice.model.QuarantineReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes an exchange of an RRPair in Markdown. Messages come from the readable sections, which
 * people edit; the exact bytes of a body come from the INTERNAL section where that still agrees
 * (older writers repeat the body there, newer ones do not).
 */
final class RrPairMd {
  private final ImportDefaults defaults;

  RrPairMd(ImportDefaults defaults) {
    this.defaults = defaults;
  }

  Capture capture(String text) throws BadCapture {
    Map<String, MdSection> sections = MdSection.parse(text);
    MdSection request = sections.getOrDefault("REQUEST", MdSection.EMPTY);
    MdSection response = sections.getOrDefault("RESPONSE", MdSection.EMPTY);
    JsonNode internal = internal(sections.getOrDefault("INTERNAL", MdSection.EMPTY));
    Draft draft = new Draft(defaults);
    metadata(sections.getOrDefault("METADATA", MdSection.EMPTY), internal, draft);
    request(request, internal.path("http").path("req"), draft);
    response(response, internal.path("http").path("res"), draft);
    return draft.build(defaults);
  }

  private static JsonNode internal(MdSection section) throws BadCapture {
    String json = section.value("json");
    if (json.isEmpty()) {
      return MissingNode.getInstance();
    }
    try {
      return RawJson.readTree(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
    }
  }

  private static void metadata(MdSection metadata, JsonNode internal, Draft draft)
      throws BadCapture {
    draft.ts = Timestamps.parse(either(metadata.value("ts"), internal, "ts"));
    draft.id = RrPairIds.uuid(either(metadata.value("uuid"), internal, "uuid"));
    draft.service = Optional.of(internal.path("service").asText(""));
    draft.direction =
        RrPairJson.direction(
            either(metadata.value("direction"), internal, "direction"), draft.direction);
    draft.durationMicros = GoDurations.micros(metadata.value("duration"));
    JsonNode millis = internal.path("duration");
    if (draft.durationMicros.isEmpty() && millis.isInt() && millis.asInt() >= 0) {
      draft.durationMicros = OptionalLong.of(millis.asLong() * 1000);
    }
  }

  private static String either(String text, JsonNode internal, String field) {
    return text.isEmpty() ? internal.path(field).asText("") : text;
  }

  private static void request(MdSection section, JsonNode internal, Draft draft) throws BadCapture {
    String[] line = section.firstLine().split(" ", 3);
    if (line.length < 2) {
      throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
    }
    draft.method = line[0];
    draft.url = line[1];
    draft.protocol = line.length == 3 ? line[2] : "";
    draft.request = message(section, internal, draft);
  }

  private static void response(MdSection section, JsonNode internal, Draft draft)
      throws BadCapture {
    if (section.head().isEmpty()) {
      return;
    }
    String[] line = section.firstLine().split(" ", 3);
    if (line.length < 2 || !line[1].matches("[1-5][0-9]{2}")) {
      throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
    }
    draft.status = Integer.parseInt(line[1]);
    draft.response = message(section, internal, draft);
  }

  private static MessageDraft message(MdSection section, JsonNode internal, Draft draft)
      throws BadCapture {
    MessageDraft message = new MessageDraft();
    message.mayBeDecoded = true;
    for (String line : section.head().subList(1, section.head().size())) {
      Header merged = HttpMessage.header(line);
      for (String value : values(merged.value())) {
        message.headers.add(new Header(merged.name(), value));
      }
    }
    message.bytes = section.body().getBytes(StandardCharsets.UTF_8);
    byte[] exact = RrPairJson.body(internal);
    if (exact.length > 0 && SameBody.sayTheSame(exact, message.bytes)) {
      message.bytes = exact;
    } else if (SameBody.isJson(message.bytes)) {
      draft.notes.add(Fidelity.BODY_REFORMATTED);
    }
    return message;
  }

  /** Equal headers share a line: commas part them, and those within a value are escaped. */
  static List<String> values(String line) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length() && line.charAt(i + 1) == ',') {
        value.append(',');
        i++;
      } else if (c == ',') {
        values.add(value.toString().strip());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString().strip());
    return values;
  }
}
