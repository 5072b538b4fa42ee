package dev.sluice.capture.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.capture.internal.BadCapture;
import dev.sluice.capture.internal.RawJson;
import dev.sluice.capture.internal.Utf8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whether a body and its readable rendering are the same body. */
final class SameBody {
  private SameBody() {}

  /** Equal as JSON, or equal as text but for white space at the ends. Binary has no rendering. */
  static boolean sayTheSame(byte[] exact, byte[] rendered) {
    if (!Utf8.isValid(exact)) {
      return true;
    }
    if (text(exact).strip().equals(text(rendered).strip())) {
      return true;
    }
    Optional<JsonNode> json = json(exact);
    return json.isPresent() && json.equals(json(rendered));
  }

  static boolean isJson(byte[] body) {
    return body.length > 0 && (body[0] == '{' || body[0] == '[') && json(body).isPresent();
  }

  private static Optional<JsonNode> json(byte[] bytes) {
    try {
      return Optional.of(RawJson.readTree(bytes));
    } catch (IOException | BadCapture e) {
      return Optional.empty();
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
