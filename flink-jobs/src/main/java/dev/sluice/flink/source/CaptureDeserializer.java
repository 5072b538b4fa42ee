package dev.sluice.flink.source;

import dev.sluice.capture.Decoded;
import dev.sluice.capture.Decoder;
import dev.sluice.capture.Decoders;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.RecordPointer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Decodes Kafka records in the format their {@code sluice-format} header names. Gives exactly one
 * {@link RawRecord} for each record: whatever is wrong with it becomes a reason, never an exception
 * (but for a dying JVM).
 */
public final class CaptureDeserializer implements KafkaRecordDeserializationSchema<RawRecord> {
  private static final long serialVersionUID = 1L;

  private final long maxSkewMillis;

  /**
   * @param maxSkew how far a capture's own time may lie after its append time
   */
  public CaptureDeserializer(Duration maxSkew) {
    this.maxSkewMillis = maxSkew.toMillis();
  }

  /** The same as the stream does, for one record that was read otherwise. */
  public static RawRecord decode(ConsumerRecord<byte[], byte[]> record, Duration maxSkew) {
    return new CaptureDeserializer(maxSkew).raw(record);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawRecord> out) {
    out.collect(raw(record));
  }

  private RawRecord raw(ConsumerRecord<byte[], byte[]> record) {
    RecordPointer at = new RecordPointer(record.topic(), record.partition(), record.offset());
    return new RawRecord(at, record.timestamp(), decode(record));
  }

  private Decoded decode(ConsumerRecord<byte[], byte[]> record) {
    try {
      byte[] value = record.value();
      if (value == null || value.length == 0) {
        return new Decoded.Failed(QuarantineReason.EMPTY_MESSAGE, "");
      }
      Optional<Decoder> decoder = decoder(record);
      return decoder.isEmpty()
          ? new Decoded.Failed(QuarantineReason.UNKNOWN_FORMAT, "")
          : timely(decoder.get().decode(value), record.timestamp());
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      // Its message may hold the input: only the class goes on.
      return new Decoded.Failed(QuarantineReason.INTERNAL_ERROR, e.getClass().getSimpleName());
    }
  }

  private static Optional<Decoder> decoder(ConsumerRecord<byte[], byte[]> record) {
    Header format = record.headers().lastHeader(Decoders.FORMAT_HEADER);
    if (format == null || format.value() == null) {
      return Optional.of(Decoders.defaultDecoder());
    }
    return Decoders.forFormat(new String(format.value(), StandardCharsets.UTF_8));
  }

  private Decoded timely(Decoded decoded, long appended) {
    if (!(decoded instanceof Decoded.Ok ok)) {
      return decoded;
    }
    Instant ts = ok.capture().raw().ts();
    if (ts.isBefore(Instant.EPOCH)) {
      return new Decoded.Failed(QuarantineReason.MISSING_TIMESTAMP, "");
    }
    // Judged here, before watermarks: one capture dated 2099 must not make the rest late.
    return ts.isAfter(Instant.ofEpochMilli(appended).plusMillis(maxSkewMillis))
        ? new Decoded.Failed(QuarantineReason.TS_IN_FUTURE, "")
        : decoded;
  }

  @Override
  public TypeInformation<RawRecord> getProducedType() {
    return ChainOnlyType.of(RawRecord.class);
  }
}
