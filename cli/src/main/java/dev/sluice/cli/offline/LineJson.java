package dev.sluice.cli.offline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What must be known of a raw JSON line besides what the decoder says. */
final class LineJson {
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /** Ids that may stand as they are: ULID, UUID, two letters and a number. */
  private static final Pattern KEPT_ID =
      Pattern.compile(
          "[0-7][0-9A-HJKMNP-TV-Z]{25}"
              + "|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
              + "|[a-z]{2}-[0-9]{1,12}");

  private LineJson() {}

  /** Whether the line is one JSON value, however deep. */
  static boolean isJson(byte[] line) {
    try (JsonParser parser = FACTORY.createParser(line)) {
      int depth = 0;
      do {
        JsonToken token = parser.nextToken();
        if (token == null) {
          return false;
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      } while (depth > 0);
      return parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  /** The top-level {@code id}, if it is one that may be shown. */
  static Optional<String> keptId(byte[] line) {
    try (JsonParser parser = FACTORY.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean id = parser.currentName().equals("id");
        JsonToken value = parser.nextToken();
        if (id) {
          return value == JsonToken.VALUE_STRING
              ? Optional.of(parser.getText()).filter(t -> KEPT_ID.matcher(t).matches())
              : Optional.empty();
        }
        parser.skipChildren();
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
