package dev.sluice.flink.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SluiceJson;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One message of the quarantine topic, checked: nothing but names, numbers and codes is taken over.
 *
 * @param errorClass name of the exception behind it, or empty
 * @param service {@code env/service} if declared, or empty
 * @param observed Kafka's timestamp of the raw record
 * @param run name of the backfill it was met in; empty for the live run
 */
public record Pointer(
    RecordPointer at,
    QuarantineReason reason,
    String errorClass,
    String service,
    Instant observed,
    String run) {
  private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");
  private static final Pattern CLASS = Pattern.compile("[\\w.$]{0,200}");
  private static final Pattern SERVICE = Pattern.compile("(?:[a-z0-9-]{1,63}/[a-z0-9-]{1,63})?");
  private static final Pattern RUN = Pattern.compile("[a-z0-9]{0,20}");

  /** Reads a message; empty for whatever is no pointer, whoever wrote it. */
  public static Optional<Pointer> parse(byte[] json) {
    try {
      JsonNode node = SluiceJson.mapper().readTree(json);
      return Optional.of(
          new Pointer(
              new RecordPointer(
                  text(node, "topic", TOPIC),
                  Math.toIntExact(number(node, "partition")),
                  number(node, "offset")),
              QuarantineReason.ofCode(node.path("reason").asText()),
              text(node, "errorClass", CLASS),
              text(node, "service", SERVICE),
              Instant.parse(node.path("observed").asText()),
              text(node, "run", RUN)));
    } catch (IOException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static long number(JsonNode node, String field) {
    long value = node.path(field).asLong(-1);
    if (value < 0) {
      throw new IllegalArgumentException("not a number: " + field);
    }
    return value;
  }

  private static String text(JsonNode node, String field, Pattern form) {
    String value = node.path(field).asText();
    if (!form.matcher(value).matches()) {
      throw new IllegalArgumentException("not of its form: " + field);
    }
    return value;
  }
}
