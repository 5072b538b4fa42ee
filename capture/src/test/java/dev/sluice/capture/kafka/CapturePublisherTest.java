package dev.sluice.capture.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.capture.Decoded;
import dev.sluice.capture.Decoders;
import dev.sluice.model.Body;
import dev.sluice.model.Direction;
import dev.sluice.model.Exchange;
import dev.sluice.model.Request;
import dev.sluice.model.SluiceException;
import dev.sluice.model.Trace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CapturePublisherTest {
  private static final String TOPIC = "captures.raw";

  @Test
  void what_is_published_is_in_the_topic_with_its_format_and_without_a_key(@TempDir Path folder)
      throws Exception {
    try (TestBroker broker = new TestBroker(folder, TestBroker.freePort())) {
      CapturePublisher publisher =
          CapturePublisher.open(PublisherConfig.of(broker.bootstrap(), TOPIC));
      for (int i = 0; i < 500; i++) {
        publisher.publish(exchange("tx-" + i, 100));
      }
      publisher.close();
      assertThat(publisher.published()).isEqualTo(500);
      assertThat(publisher.dropped()).isZero();
      assertThat(publisher.queuedBytes()).isZero();

      Set<String> ids = new HashSet<>();
      for (ConsumerRecord<byte[], byte[]> record : read(broker, 500)) {
        assertThat(record.key()).isNull();
        assertThat(record.headers().lastHeader("sluice-format").value())
            .isEqualTo("sluice-json".getBytes(StandardCharsets.UTF_8));
        Decoded decoded = Decoders.defaultDecoder().decode(record.value());
        ids.add(((Decoded.Ok) decoded).capture().raw().id());
      }
      assertThat(ids).hasSize(500);
    }
  }

  @Test
  void without_kafka_publishing_never_waits_and_what_is_lost_is_counted() throws Exception {
    CapturePublisher publisher =
        CapturePublisher.open(config("127.0.0.1:" + TestBroker.freePort(), 1 << 20, 1));
    long start = System.nanoTime();
    for (int i = 0; i < 20_000; i++) {
      publisher.publish(exchange("tx-" + i, 1000));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(publisher.queuedBytes()).isLessThanOrEqualTo(1 << 20);
    assertThat(publisher.dropped()).isGreaterThan(19_000);

    publisher.close();
    assertThat(publisher.published()).isZero();
    assertThat(publisher.dropped()).isEqualTo(20_000);
    publisher.publish(exchange("late", 1));
    assertThat(publisher.dropped()).isEqualTo(20_001);
  }

  @Test
  void what_waits_goes_out_when_kafka_comes_up(@TempDir Path folder) throws Exception {
    int port = TestBroker.freePort();
    CapturePublisher publisher = CapturePublisher.open(config("127.0.0.1:" + port, 10 << 20, 30));
    try {
      for (int i = 0; i < 50; i++) {
        publisher.publish(exchange("tx-" + i, 1000));
      }
      try (TestBroker broker = new TestBroker(folder, port)) {
        publisher.close();
        assertThat(publisher.published()).isEqualTo(50);
        assertThat(publisher.dropped()).isZero();
        assertThat(read(broker, 50)).hasSize(50);
      }
    } finally {
      publisher.close();
    }
  }

  @Test
  void a_record_above_the_limit_is_dropped_alone(@TempDir Path folder) throws Exception {
    try (TestBroker broker = new TestBroker(folder, TestBroker.freePort())) {
      CapturePublisher publisher =
          CapturePublisher.open(
              new PublisherConfig(
                  broker.bootstrap(), TOPIC, 64 << 20, 1000, Duration.ofSeconds(20), Map.of()));
      publisher.publish(exchange("tx-1", 100));
      publisher.publish(exchange("big", 2000));
      publisher.publish(exchange("tx-2", 100));
      publisher.close();
      assertThat(publisher.published()).isEqualTo(2);
      assertThat(publisher.dropped()).isEqualTo(1);
    }
  }

  @Test
  void wrong_settings_are_named_at_once() {
    assertThatThrownBy(() -> CapturePublisher.open(PublisherConfig.of("nonsense", TOPIC)))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("bootstrap servers");
  }

  private static PublisherConfig config(String bootstrap, long queued, int closeSeconds) {
    return new PublisherConfig(
        bootstrap,
        TOPIC,
        queued,
        1 << 20,
        Duration.ofSeconds(closeSeconds),
        Map.of("max.block.ms", "500"));
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(TestBroker broker, int count) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrap(), "auto.offset.reset", "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
      consumer.seekToBeginning(consumer.assignment());
      while (records.size() < count) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }

  private static Exchange exchange(String id, int bytes) {
    return new Exchange(
        id,
        Instant.parse("2026-11-22T12:00:00Z"),
        "test",
        "shop",
        Direction.INBOUND,
        "HTTP/1.1",
        OptionalLong.empty(),
        new Request("POST", "http://shop.example/", List.of(), Body.of(new byte[bytes])),
        Optional.empty(),
        Trace.NONE,
        Map.of());
  }
}
