package dev.sluice.capture.kafka;

import dev.sluice.capture.Decoders;
import dev.sluice.capture.canonical.CanonicalWriter;
import dev.sluice.model.Exchange;
import dev.sluice.model.SluiceException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Publishes raw exchanges to Kafka as canonical JSON, without a key, under the header {@code
 * sluice-format}. Thread-safe.
 *
 * <p>{@link #publish} never waits: exchanges go into a queue of bounded memory that one thread
 * empties. While Kafka is slow or absent the queue fills, and what does not fit is dropped and
 * counted. A drop is final; {@code published + dropped + queued} is what was offered.
 */
public final class CapturePublisher implements AutoCloseable {
  private static final List<Header> FORMAT =
      List.of(
          new RecordHeader(
              Decoders.FORMAT_HEADER, Decoders.SLUICE_JSON.getBytes(StandardCharsets.UTF_8)));

  private static final long RETRY_MILLIS = 100;

  private final LongAdder published = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final PublisherConfig config;
  private final Producer<byte[], byte[]> producer;
  private final ByteBoundQueue queue;
  private final Thread thread;
  private volatile boolean closing;

  private CapturePublisher(PublisherConfig config, Producer<byte[], byte[]> producer) {
    this.config = config;
    this.producer = producer;
    this.queue = new ByteBoundQueue(config.maxQueuedBytes());
    this.thread = new Thread(this::run, "sluice-publisher-" + config.topic());
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Starts publishing; Kafka need not be there yet.
   *
   * @throws SluiceException if the settings are wrong or no host name of them can be resolved
   */
  public static CapturePublisher open(PublisherConfig config) {
    try {
      return new CapturePublisher(config, new KafkaProducer<>(ProducerSettings.of(config)));
    } catch (KafkaException e) {
      throw new SluiceException(
          "cannot set up publishing to Kafka; check the bootstrap servers (host:port,…) and the"
              + " producer settings");
    }
  }

  /** Queues one exchange and returns at once; drops and counts it when the queue is full. */
  public void publish(Exchange raw) {
    if (closing || !queue.offer(raw)) {
      dropped.increment();
    }
  }

  /** Records that Kafka has acknowledged. */
  public long published() {
    return published.sum();
  }

  /** Exchanges that will never reach Kafka: queue full, too large, or not accepted in time. */
  public long dropped() {
    return dropped.sum();
  }

  /** Bytes that wait to be sent. */
  public long queuedBytes() {
    return queue.bytes();
  }

  private void run() {
    try {
      awaitTopic();
      for (Exchange next = queue.take(); next != null; next = queue.take()) {
        send(next);
        queue.done(next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Until Kafka answers nothing is taken from the queue: a producer would drop it one by one. */
  private void awaitTopic() throws InterruptedException {
    while (!Thread.interrupted()) {
      try {
        producer.partitionsFor(config.topic());
        return;
      } catch (InterruptException e) {
        throw new InterruptedException();
      } catch (RetriableException e) {
        Thread.sleep(RETRY_MILLIS);
      } catch (KafkaException e) {
        return; // not a matter of waiting: sending will fail and be counted
      }
    }
    throw new InterruptedException();
  }

  private void send(Exchange exchange) {
    try {
      byte[] value = CanonicalWriter.write(exchange);
      if (value.length > config.maxRecordBytes()) {
        dropped.increment();
        return;
      }
      producer.send(
          new ProducerRecord<>(config.topic(), null, null, null, value, FORMAT),
          (metadata, failure) -> (failure == null ? published : dropped).increment());
    } catch (RuntimeException e) {
      dropped.increment(); // closed meanwhile, or not to be written; its text is not repeated
    }
  }

  /** Sends what waits, for at most the configured time; the rest is dropped and counted. */
  @Override
  public void close() {
    closing = true;
    queue.close();
    long end = System.nanoTime() + config.closeTimeout().toNanos();
    try {
      thread.join(Math.max(1, config.closeTimeout().toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
    dropped.add(queue.clear());
    producer.close(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
  }
}
