package dev.sluice.flink.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.flink.stack.Captures;
import dev.sluice.flink.stack.Streamed;
import dev.sluice.flink.stack.TestStack;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.SluiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

/** What a writer leaves behind, and what the next one makes of it. */
final class SanitizedWriterTest {
  private static final Instant TS = Instant.parse("2026-11-01T12:00:00Z");

  private final Map<String, String> kafka = Map.of("bootstrap.servers", TestStack.get().brokers());
  private final String raw = "raw-" + UUID.randomUUID();
  private final SanitizedTopic topic =
      new SanitizedTopic("clean-" + UUID.randomUUID(), Duration.ofMinutes(5), 1_000_000);

  SanitizedWriterTest() {
    TestStack.get().topic(raw, 2);
    TestStack.get().topic(topic.name(), 1);
  }

  @Test
  void whatWasNotFlushedIsNeverSeenAndHoldsNobodyUp() throws Exception {
    SanitizedWriter crashed = writer();
    write(crashed, 0, 0, 1, 2);
    crashed.flush(false);
    write(crashed, 0, 3, 4);

    // No goodbye: its transaction is open until somebody else begins.
    SanitizedWriter next = writer();
    write(next, 0, 3, 4, 5);
    next.flush(false);

    assertThat(records()).containsExactly("0/0", "0/1", "0/2", "0/3", "0/4", "0/5");
    assertThat(Streamed.hasOpenTransactions(kafka, topic.name())).isFalse();
    next.close();
    crashed.close();
  }

  @Test
  void whatWasFlushedAndComesAgainIsLeftOut() throws Exception {
    try (SanitizedWriter first = writer()) {
      write(first, 0, 0, 1, 2);
      write(first, 1, 7);
      first.flush(false);
    }
    try (SanitizedWriter again = writer()) {
      write(again, 1, 7, 9);
      write(again, 0, 0, 1, 2, 3);
      again.flush(true);
    }

    assertThat(records()).containsExactlyInAnyOrder("0/0", "0/1", "0/2", "0/3", "1/7", "1/9");
  }

  @Test
  void aWriterThatWasTakenForDeadCannotCommitAnyMore() throws Exception {
    SanitizedWriter cutOff = writer();
    write(cutOff, 0, 0, 1);
    try (SanitizedWriter next = writer()) {
      write(next, 0, 0);
      next.flush(false);

      assertThatThrownBy(() -> cutOff.flush(false)).isInstanceOf(SluiceException.class);
    }
    cutOff.close();

    assertThat(records()).containsExactly("0/0");
  }

  @Test
  void aWriterThatIsInterruptedInACommitClosesQuietlyAndTheNextOneKnowsWhatBecameOfIt()
      throws Exception {
    SanitizedWriter interrupted = writer();
    write(interrupted, 0, 0, 1);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> interrupted.flush(false)).isInstanceOf(InterruptedException.class);
    Thread.interrupted();
    assertThatCode(interrupted::close).doesNotThrowAnyException();
    try (SanitizedWriter next = writer()) {
      write(next, 0, 0, 1, 2);
      next.flush(false);
    }

    assertThat(records()).containsExactly("0/0", "0/1", "0/2");
  }

  @Test
  void aTopicThatWasMadeAnewIsWrittenFromItsFirstOffset() throws Exception {
    try (SanitizedWriter first = writer()) {
      write(first, 0, 5);
      first.flush(true);
    }
    TestStack.get().remakeTopic(raw, 2);

    try (SanitizedWriter next = writer()) {
      write(next, 0, 0);
      next.flush(true);
    }

    assertThat(records()).containsExactly("0/5", "0/0");
  }

  private List<String> records() {
    return Streamed.committed(kafka, topic.name()).stream()
        .map(record -> Streamed.header(record, StreamHeaders.RECORD).orElseThrow())
        .map(record -> record.substring(record.indexOf('/') + 1))
        .toList();
  }

  private SanitizedWriter writer() throws InterruptedException {
    StreamNames names = StreamNames.ask(kafka, "live", raw, topic.name());
    return new SanitizedWriter(
        names,
        StreamSettings.producer(kafka, topic),
        new Marks(kafka, names.group()),
        new SanitizedForm(topic, "live"),
        new UnregisteredMetricsGroup());
  }

  private void write(SanitizedWriter writer, int partition, long... offsets) throws Exception {
    for (long offset : offsets) {
      writer.write(message(partition, offset), NO_CONTEXT);
    }
  }

  private SanitizedMessage message(int partition, long offset) {
    return new SanitizedMessage(
        new RecordPointer(raw, partition, offset),
        new SanitizedExchange(
            Captures.exchange("checkout", 1, TS),
            "/orders/{id}",
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            "d".repeat(64)));
  }

  private static final SinkWriter.Context NO_CONTEXT =
      new SinkWriter.Context() {
        @Override
        public long currentWatermark() {
          return 0;
        }

        @Override
        public Long timestamp() {
          return 0L;
        }
      };
}
