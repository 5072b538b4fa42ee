package dev.sluice.cli.traffic;

import dev.sluice.capture.Decoded;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A queue bounded in bytes, with an end. The taking side waits, the giving side never does.
 * Thread-safe.
 */
final class WaitingExchanges implements Iterator<Decoded> {
  private final long mostBytes;
  private final Deque<Entry> queue = new ArrayDeque<>();
  private long bytes;
  private long dropped;
  private boolean ended;

  WaitingExchanges(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  private record Entry(Decoded exchange, long bytes) {}

  synchronized void offer(Decoded exchange, long size) {
    if (ended || bytes + size > mostBytes) {
      dropped++;
      return;
    }
    queue.add(new Entry(exchange, size));
    bytes += size;
    notifyAll();
  }

  synchronized void end() {
    ended = true;
    notifyAll();
  }

  synchronized long dropped() {
    return dropped;
  }

  @Override
  public synchronized boolean hasNext() {
    while (queue.isEmpty() && !ended) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        ended = true;
      }
    }
    return !queue.isEmpty();
  }

  @Override
  public synchronized Decoded next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Entry entry = queue.remove();
    bytes -= entry.bytes();
    return entry.exchange();
  }
}
