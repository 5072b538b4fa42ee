package dev.sluice.flink.quarantine;

import dev.sluice.capture.Decoded;
import dev.sluice.dlp.Detected;
import dev.sluice.dlp.Engine;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.flink.source.CaptureDeserializer;
import dev.sluice.model.Capture;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SluiceException;
import dev.sluice.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What an operator may see of a raw record: sizes, shapes and verdicts, never a value.
 *
 * @param bytes size of the record's value
 * @param appended Kafka's timestamp
 * @param verdict what engine and gate say of it now: {@code pass}, {@code filtered}, {@code
 *     sampled-out} or the code of a reason
 * @param errorClass name of the exception behind it, or empty
 * @param findings what rules find, with shapes of values
 * @param masked the value's beginning, each letter and digit replaced by its kind
 */
public record MaskedRecord(
    RecordPointer at,
    int bytes,
    Instant appended,
    String verdict,
    String errorClass,
    List<Detected> findings,
    String masked) {

  public MaskedRecord {
    findings = List.copyOf(findings);
  }

  /**
   * Reads a record and masks it.
   *
   * @param kafka settings of Kafka clients
   * @param most bytes of the value to show
   * @throws SluiceException if Kafka no longer has it
   */
  public static MaskedRecord read(
      Map<String, String> kafka, RecordPointer at, Engine engine, Policy policy, int most) {
    List<MaskedRecord> found = new ArrayList<>();
    RawRecords.each(kafka, List.of(at), record -> found.add(of(at, record, engine, policy, most)));
    if (found.isEmpty()) {
      throw new SluiceException("Kafka no longer has record " + at + "; nothing can be shown");
    }
    return found.get(0);
  }

  private static MaskedRecord of(
      RecordPointer at,
      ConsumerRecord<byte[], byte[]> record,
      Engine engine,
      Policy policy,
      int most) {
    byte[] value = record.value() == null ? new byte[0] : record.value();
    Looked looked = look(decode(record, policy), engine);
    return new MaskedRecord(
        at,
        value.length,
        Instant.ofEpochMilli(record.timestamp()),
        looked.verdict(),
        looked.errorClass(),
        looked.findings(),
        Mask.of(value, most));
  }

  private record Looked(String verdict, String errorClass, List<Detected> findings) {}

  private static Decoded decode(ConsumerRecord<byte[], byte[]> record, Policy policy) {
    return CaptureDeserializer.decode(record, policy.maxSkew()).decoded();
  }

  private static Looked look(Decoded decoded, Engine engine) {
    if (decoded instanceof Decoded.Failed failed) {
      return new Looked(failed.reason().code(), failed.errorClass(), List.of());
    }
    Capture capture = ((Decoded.Ok) decoded).capture();
    Verdict verdict = engine.sanitize(capture);
    List<Detected> findings = engine.scanExchange(capture);
    if (verdict instanceof Verdict.Quarantine q) {
      return new Looked(q.reason().code(), q.errorClass(), findings);
    }
    return new Looked(
        verdict instanceof Verdict.Pass
            ? "pass"
            : verdict instanceof Verdict.Filtered ? "filtered" : "sampled-out",
        "",
        findings);
  }
}
