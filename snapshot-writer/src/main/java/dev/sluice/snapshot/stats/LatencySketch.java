package dev.sluice.snapshot.stats;

import dev.sluice.model.SluiceException;
import java.io.ByteArrayOutputStream;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.PackedHistogram;

/**
 * Latencies in microseconds to two digits (1%), the longest exactly. Mergeable. Not thread-safe.
 *
 * <p>{@link #toBytes()} is pairs of unsigned LEB128 numbers, one per bucket in use: the bucket's
 * lowest value minus that of the one before, and its count. HdrHistogram's own encoding depends on
 * the order of insertion and merging; this one does not.
 */
final class LatencySketch {
  private static final int DIGITS = 2;

  private final PackedHistogram histogram = new PackedHistogram(DIGITS);
  private long max;

  LatencySketch() {
    histogram.setAutoResize(true);
  }

  void add(long micros) {
    long value = Math.max(0, micros);
    histogram.recordValue(value);
    max = Math.max(max, value);
  }

  void merge(LatencySketch other) {
    histogram.add(other.histogram);
    max = Math.max(max, other.max);
  }

  long max() {
    return max;
  }

  /** Never more than the longest latency, though a bucket may reach further; 0 without any. */
  long percentile(double percentile) {
    return histogram.getTotalCount() == 0
        ? 0
        : Math.min(max, histogram.getValueAtPercentile(percentile));
  }

  byte[] toBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long previous = 0;
    for (HistogramIterationValue bucket : histogram.recordedValues()) {
      long lowest = histogram.lowestEquivalentValue(bucket.getValueIteratedTo());
      varint(out, lowest - previous);
      varint(out, bucket.getCountAtValueIteratedTo());
      previous = lowest;
    }
    return out.toByteArray();
  }

  static LatencySketch of(byte[] bytes, long max) {
    LatencySketch sketch = new LatencySketch();
    int[] at = {0};
    long value = 0;
    while (at[0] < bytes.length) {
      value += varint(bytes, at);
      sketch.histogram.recordValueWithCount(value, varint(bytes, at));
    }
    sketch.max = max;
    return sketch;
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while (rest > 0x7F) {
      out.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static long varint(byte[] bytes, int[] at) {
    long value = 0;
    for (int shift = 0; shift < 63 && at[0] < bytes.length; shift += 7) {
      int b = bytes[at[0]++];
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new SluiceException("a latency sketch is damaged");
  }
}
