package dev.sluice.capture.internal;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.capture.Decoded;
import dev.sluice.model.QuarantineReason;
import java.io.IOException;

/**
 * JSON settings for raw input: bounded nesting, no duplicate keys (one of them would be lost), no
 * source text or tokens in exceptions, UTF-8 only. Thread-safe.
 */
public final class RawJson {
  /** Deepest nesting that is read; bodies are strings and do not count. */
  public static final int MAX_DEPTH = 200;

  public static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .errorReportConfiguration(
              ErrorReportConfiguration.builder().maxErrorTokenLength(0).build())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  public static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY).build();

  /** What to do with a parser. */
  @FunctionalInterface
  public interface Reading<T> {
    T from(JsonParser json) throws IOException, BadCapture;
  }

  private RawJson() {}

  /** Reads UTF-8 (a byte order mark is passed over), telling endless nesting from other faults. */
  public static <T> T read(byte[] utf8, Reading<T> reading) throws IOException, BadCapture {
    int start = Utf8.bomLength(utf8);
    try (JsonParser json = FACTORY.createParser(utf8, start, utf8.length - start)) {
      try {
        return reading.from(json);
      } catch (StreamConstraintsException e) {
        throw new BadCapture(
            json.getParsingContext().getNestingDepth() > MAX_DEPTH
                ? QuarantineReason.TOO_DEEP
                : QuarantineReason.MALFORMED_CAPTURE);
      }
    }
  }

  /** Reads exactly one value as a tree. */
  public static JsonNode readTree(byte[] utf8) throws IOException, BadCapture {
    return read(
        utf8,
        json -> {
          JsonNode tree = MAPPER.readTree(json);
          if (tree == null || json.nextToken() != null) {
            throw new BadCapture(QuarantineReason.MALFORMED_CAPTURE);
          }
          return tree;
        });
  }

  /** What a failure while reading means. Repeats nothing of the exception but its class. */
  public static Decoded.Failed failed(Throwable thrown) {
    return new Decoded.Failed(reasonOf(thrown), thrown.getClass().getSimpleName());
  }

  private static QuarantineReason reasonOf(Throwable thrown) {
    if (thrown instanceof BadCapture bad) {
      return bad.reason();
    }
    if (thrown instanceof StackOverflowError) {
      return QuarantineReason.TOO_DEEP;
    }
    if (thrown instanceof IOException) {
      return QuarantineReason.MALFORMED_CAPTURE;
    }
    return QuarantineReason.INTERNAL_ERROR;
  }
}
