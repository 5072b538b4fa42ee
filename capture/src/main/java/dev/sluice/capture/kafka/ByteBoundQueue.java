package dev.sluice.capture.kafka;

import dev.sluice.model.Exchange;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A queue bounded by the bytes its exchanges hold; what is being sent counts too. Thread-safe. */
final class ByteBoundQueue {
  private static final long OVERHEAD = 1024;

  private final Deque<Exchange> waiting = new ArrayDeque<>();
  private final long limit;
  private long bytes;
  private boolean closed;

  ByteBoundQueue(long limit) {
    this.limit = limit;
  }

  synchronized boolean offer(Exchange exchange) {
    long size = size(exchange);
    if (closed || bytes + size > limit) {
      return false;
    }
    bytes += size;
    waiting.add(exchange);
    notify();
    return true;
  }

  /** The next exchange, waiting for one; null once closed and empty. */
  synchronized @Nullable Exchange take() throws InterruptedException {
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    return waiting.poll();
  }

  /** Gives the memory of a taken exchange back. */
  synchronized void done(Exchange exchange) {
    bytes -= size(exchange);
  }

  synchronized long bytes() {
    return bytes;
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** Empties the queue; returns how many exchanges were in it. */
  synchronized int clear() {
    int left = waiting.size();
    waiting.forEach(e -> bytes -= size(e));
    waiting.clear();
    return left;
  }

  private static long size(Exchange exchange) {
    return exchange.contentBytes() + OVERHEAD;
  }
}
