package dev.sluice.flink.ledger;

/**
 * Consecutive records of one partition and what became of them: {@code to - from} is {@code
 * outcomes.captured() + skipped}.
 *
 * @param from first offset
 * @param to one past the last offset
 * @param skipped offsets in between that held no record (transaction markers, compaction)
 */
public record LedgerRange(
    String topic, int partition, long from, long to, long skipped, Outcomes outcomes) {
  /** {@code topic/partition}. */
  public String partitionName() {
    return topic + "/" + partition;
  }
}
