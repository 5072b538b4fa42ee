package dev.sluice.flink.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.capture.canonical.CanonicalWriter;
import dev.sluice.flink.stack.Captures;
import dev.sluice.model.Exchange;
import dev.sluice.model.Finding;
import dev.sluice.model.InfoCategory;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SanitizedExchange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

final class SanitizedFormTest {
  private static final Instant TS = Instant.parse("2026-11-01T12:00:00Z");

  @Test
  void anExchangeIsItsCanonicalFormUnderItsEvidence() {
    ProducerRecord<byte[], byte[]> record = record(1_000_000, Optional.of("s-1"));

    assertThat(record.topic()).isEqualTo("clean");
    assertThat(record.value()).isEqualTo(CanonicalWriter.write(exchange()));
    assertThat(header(record, StreamHeaders.POLICY)).contains("d".repeat(64));
    assertThat(header(record, StreamHeaders.FINDINGS)).contains("3");
    assertThat(header(record, StreamHeaders.INFO_TYPES)).contains("CREDIT_CARD=1,EMAIL_ADDRESS=2");
    assertThat(header(record, StreamHeaders.RECORD)).contains("captures.raw/3/17");
    assertThat(header(record, StreamHeaders.RUN)).contains("b-again");
    assertThat(header(record, StreamHeaders.OMITTED)).isEmpty();
    assertThat(record.timestamp()).as("left to Kafka").isNull();
  }

  @Test
  void aSessionIsAKeyAndWithoutOneTheExchangeIs() {
    assertThat(record(1_000_000, Optional.of("s-1")).key()).asString().isEqualTo("s-1");
    assertThat(record(1_000_000, Optional.empty()).key()).asString().isEqualTo(exchange().id());
  }

  @Test
  void anExchangeThatIsTooLargeGoesWithoutItsContentAndSaysSo() {
    int size = CanonicalWriter.write(exchange()).length;

    ProducerRecord<byte[], byte[]> record = record(size, Optional.of("s-1"));

    assertThat(record.value()).isEmpty();
    assertThat(header(record, StreamHeaders.OMITTED)).contains("too-large");
    assertThat(header(record, StreamHeaders.RECORD)).contains("captures.raw/3/17");
  }

  private static Exchange exchange() {
    return Captures.exchange("checkout", 1, TS);
  }

  private static ProducerRecord<byte[], byte[]> record(int maxBytes, Optional<String> session) {
    SanitizedExchange exchange =
        new SanitizedExchange(
            exchange(),
            "/orders/{id}",
            session,
            List.of(
                finding("EMAIL_ADDRESS", 0),
                finding("CREDIT_CARD", 9),
                finding("EMAIL_ADDRESS", 30)),
            List.of(),
            List.of(),
            "d".repeat(64));
    SanitizedTopic topic = new SanitizedTopic("clean", Duration.ofMinutes(1), maxBytes);
    return new SanitizedForm(topic, "b-again")
        .record(new SanitizedMessage(new RecordPointer("captures.raw", 3, 17), exchange));
  }

  private static Finding finding(String infoType, int start) {
    return new Finding(
        "a-rule",
        infoType,
        InfoCategory.values()[0],
        "request.body:$.a",
        "tokenize",
        start,
        start + 5,
        1);
  }

  private static Optional<String> header(ProducerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }
}
