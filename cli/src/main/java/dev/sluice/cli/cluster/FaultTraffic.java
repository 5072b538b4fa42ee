package dev.sluice.cli.cluster;

import dev.sluice.capture.kafka.BulkPublisher;
import dev.sluice.capture.kafka.PublisherConfig;
import dev.sluice.capture.synthetic.SyntheticTraffic;
import dev.sluice.cli.stack.Topics;
import dev.sluice.model.Capture;
import dev.sluice.model.Exchange;
import dev.sluice.model.SluiceException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Steady traffic of now. The traffic of each fault is that of a service of its own, so that each
 * has its own snapshots and account. Thread-safe.
 */
final class FaultTraffic implements AutoCloseable {
  static final int PER_SECOND = 20;
  private static final int CANARIES = 9;
  private static final Duration TICK = Duration.ofMillis(100);

  private final BulkPublisher publisher;
  private final SyntheticTraffic source = SyntheticTraffic.dense(7);
  private final Canaries canaries = new Canaries();
  private final Map<String, Long> published = new LinkedHashMap<>();

  /** Records by the service whose turn it was. */
  private final Map<String, Long> turns = new HashMap<>();

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final Random random = new Random(11);
  private final String first;
  private String service;
  private TrafficShape shape = TrafficShape.STEADY;
  private Optional<SluiceException> failure = Optional.empty();

  private FaultTraffic(BulkPublisher publisher, String service) {
    this.publisher = publisher;
    this.service = service;
    this.first = service;
  }

  /** Traffic of that service from now on. */
  static FaultTraffic start(String brokers, String service) {
    FaultTraffic traffic =
        new FaultTraffic(BulkPublisher.open(PublisherConfig.of(brokers, Topics.RAW)), service);
    traffic.clock.scheduleAtFixedRate(traffic::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    return traffic;
  }

  private synchronized void tick() {
    try {
      for (long i = shape.times() * PER_SECOND * TICK.toMillis() / 1000;
          i > 0 && failure.isEmpty();
          i--) {
        publish();
      }
    } catch (SluiceException e) {
      failure = Optional.of(e);
    }
  }

  private void publish() {
    long number = turns.getOrDefault(service, 0L);
    String of = number < CANARIES ? service : shape.service(number, service, first);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Exchange e = source.next(of, shape.time(number, now, random));
    publisher.publish(
        new Capture(number < CANARIES ? canaries.plant(e) : shape.content(number, e)));
    published.merge(of, 1L, Long::sum);
    turns.merge(service, 1L, Long::sum);
  }

  /** From now on traffic has that shape. */
  synchronized void shape(TrafficShape next) {
    shape = next;
  }

  /** From now on traffic is that of another service. */
  synchronized void switchTo(String next) {
    service = next;
  }

  /** Records that Kafka has acknowledged. */
  long acknowledged() {
    return publisher.published();
  }

  /**
   * Ends the traffic when Kafka has all of it.
   *
   * @return records by service
   */
  Map<String, Long> end() {
    clock.shutdown();
    synchronized (this) {
      failure.ifPresent(
          f -> {
            throw f;
          });
      publisher.flush();
      return Map.copyOf(published);
    }
  }

  /** The secrets that stand in it. */
  Canaries canaries() {
    return canaries;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    publisher.close();
  }
}
