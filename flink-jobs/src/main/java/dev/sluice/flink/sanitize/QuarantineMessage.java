package dev.sluice.flink.sanitize;

import dev.sluice.model.QuarantineReason;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SluiceJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/**
 * What the quarantine topic gets: a pointer to the raw record and the reason, nothing of its
 * content.
 *
 * @param topic of the raw record
 * @param reason code of a {@link QuarantineReason}
 * @param errorClass simple name of the exception behind it, or empty
 * @param service {@code env/service} if declared, or empty
 * @param observed Kafka's timestamp of the raw record, milliseconds since the epoch
 */
public record QuarantineMessage(
    String topic,
    int partition,
    long offset,
    String reason,
    String errorClass,
    String service,
    long observed) {
  /** The side output these leave the chain by. */
  public static final OutputTag<QuarantineMessage> SIDE =
      new OutputTag<>("quarantine", TypeInformation.of(QuarantineMessage.class));

  static QuarantineMessage of(
      RecordPointer at, QuarantineReason reason, String errorClass, String service, long observed) {
    return new QuarantineMessage(
        at.topic(), at.partition(), at.offset(), reason.code(), errorClass, service, observed);
  }

  /**
   * {@code topic/partition/offset}, for a backfill with {@code @<run>}: repeats of one record in
   * one run collapse under compaction.
   */
  public String key(String run) {
    String record = topic + "/" + partition + "/" + offset;
    return run.isEmpty() ? record : record + "@" + run;
  }

  /** The JSON form, one line. */
  public byte[] json(String run) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("topic", topic);
    fields.put("partition", partition);
    fields.put("offset", offset);
    fields.put("reason", reason);
    if (!errorClass.isEmpty()) {
      fields.put("errorClass", errorClass);
    }
    if (!service.isEmpty()) {
      fields.put("service", service);
    }
    if (!run.isEmpty()) {
      fields.put("run", run);
    }
    fields.put("observed", Instant.ofEpochMilli(observed).toString());
    try {
      return SluiceJson.mapper().writeValueAsBytes(fields);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException("a pointer cannot be written as JSON");
    }
  }
}
