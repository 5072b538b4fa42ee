package dev.sluice.capture.proxy;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes that all exchanges being recorded may hold together. Thread-safe. */
final class MemoryBudget {
  private final long limit;
  private final AtomicLong used = new AtomicLong();

  MemoryBudget(long limit) {
    this.limit = limit;
  }

  /** Takes bytes; false, and nothing is taken, if there are not so many left. */
  boolean take(long bytes) {
    if (used.addAndGet(bytes) <= limit) {
      return true;
    }
    used.addAndGet(-bytes);
    return false;
  }

  void release(long bytes) {
    used.addAndGet(-bytes);
  }

  long used() {
    return used.get();
  }
}
