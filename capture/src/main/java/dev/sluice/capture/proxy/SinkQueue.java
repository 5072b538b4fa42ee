package dev.sluice.capture.proxy;

import dev.sluice.model.Exchange;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands exchanges to the sink on a thread of its own, so that a slow or failing sink never holds up
 * the traffic. Thread-safe.
 */
final class SinkQueue implements AutoCloseable {
  private static final int MAX_WAITING = 100_000;
  private static final Duration DRAIN = Duration.ofSeconds(5);

  private record Waiting(Exchange exchange, Holding holding) {}

  private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MAX_WAITING);
  private final LongAdder recorded = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final Consumer<Exchange> sink;
  private final Thread thread;
  private volatile boolean closing;

  SinkQueue(Consumer<Exchange> sink, String name) {
    this.sink = sink;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes an exchange without waiting, or drops it. */
  void offer(Exchange exchange, Holding holding) {
    if (closing || !queue.offer(new Waiting(exchange, holding))) {
      holding.release();
      dropped.increment();
    }
  }

  void drop() {
    dropped.increment();
  }

  long recorded() {
    return recorded.sum();
  }

  long dropped() {
    return dropped.sum();
  }

  private void run() {
    try {
      for (Waiting next = take(); next != null; next = take()) {
        deliver(next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next exchange; null once closing and empty. */
  private @Nullable Waiting take() throws InterruptedException {
    while (true) {
      Waiting next = queue.poll(50, TimeUnit.MILLISECONDS);
      if (next != null || closing) {
        return next;
      }
    }
  }

  private void deliver(Waiting next) {
    try {
      sink.accept(next.exchange());
      recorded.increment();
    } catch (RuntimeException e) {
      dropped.increment(); // what it says may hold content, so it is not repeated
    } finally {
      next.holding().release();
    }
  }

  /** Delivers what waits, for at most five seconds; the rest is dropped and counted. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(DRAIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
    for (Waiting left = queue.poll(); left != null; left = queue.poll()) {
      left.holding().release();
      dropped.increment();
    }
  }
}
