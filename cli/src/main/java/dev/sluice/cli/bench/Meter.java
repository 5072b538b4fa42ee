package dev.sluice.cli.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/** Time, bytes and allocation of one kind of work, summed over its turns. Not thread-safe. */
final class Meter {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private long nanos;
  private long bytes;
  private long allocated;
  private long result;

  /** One turn; what it returns is kept so that nobody can leave the work out. */
  void turn(long inputBytes, LongSupplier work) {
    long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
    long begun = System.nanoTime();
    result += work.getAsLong();
    nanos += System.nanoTime() - begun;
    allocated += THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore;
    bytes += inputBytes;
  }

  double seconds() {
    return nanos / 1e9;
  }

  double megabytes() {
    return bytes / 1e6;
  }

  double megabytesPerSecond() {
    return nanos == 0 ? 0 : bytes * 1e3 / nanos;
  }

  double allocatedPerByte() {
    return bytes == 0 ? 0 : (double) allocated / bytes;
  }

  /** The sum of what the turns returned. */
  long result() {
    return result;
  }
}
