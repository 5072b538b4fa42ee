package dev.sluice.flink.source;

import dev.sluice.model.SluiceException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/**
 * One end of a {@link ReadRange} as offsets. Never jumps: an offset that Kafka no longer has fails
 * the job instead of skipping what retention deleted.
 */
final class RangeOffsets implements OffsetsInitializer {
  private static final long serialVersionUID = 1L;

  private final ReadRange.Bound bound;
  private final boolean end;

  private RangeOffsets(ReadRange.Bound bound, boolean end) {
    this.bound = bound;
    this.end = end;
  }

  static OffsetsInitializer from(ReadRange range) {
    return new RangeOffsets(range.from(), false);
  }

  static OffsetsInitializer to(ReadRange range) {
    return new RangeOffsets(range.to(), true);
  }

  @Override
  public Map<TopicPartition, Long> getPartitionOffsets(
      Collection<TopicPartition> partitions, PartitionOffsetsRetriever retriever) {
    Map<TopicPartition, Long> first = retriever.beginningOffsets(partitions);
    Map<TopicPartition, Long> last = retriever.endOffsets(partitions);
    Map<TopicPartition, Long> offsets = new HashMap<>();
    Map<TopicPartition, OffsetAndTimestamp> times =
        bound.isTime() ? times(partitions, retriever) : Map.of();
    for (TopicPartition p : partitions) {
      offsets.put(p, offset(p, first.getOrDefault(p, 0L), last.getOrDefault(p, 0L), times));
    }
    return offsets;
  }

  private Map<TopicPartition, OffsetAndTimestamp> times(
      Collection<TopicPartition> partitions, PartitionOffsetsRetriever retriever) {
    Map<TopicPartition, Long> asked = new HashMap<>();
    partitions.forEach(p -> asked.put(p, bound.millis()));
    return retriever.offsetsForTimes(asked);
  }

  private long offset(
      TopicPartition p, long first, long last, Map<TopicPartition, OffsetAndTimestamp> times) {
    if (bound.isTime()) {
      OffsetAndTimestamp found = times.get(p);
      return found == null ? last : Math.min(found.offset(), last);
    }
    if (bound.offsets().isEmpty()) {
      return end ? last : first;
    }
    Long named = bound.offsets().get(p.partition());
    if (named == null) {
      return end ? first : last;
    }
    if (!end && named < first) {
      throw new SluiceException(p + " begins at " + first + ": offset " + named + " is gone");
    }
    return Math.min(named, last);
  }

  @Override
  public OffsetResetStrategy getAutoOffsetResetStrategy() {
    return OffsetResetStrategy.NONE;
  }
}
