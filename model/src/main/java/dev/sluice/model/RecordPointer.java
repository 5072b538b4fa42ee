package dev.sluice.model;

/**
 * Where a raw record stands in Kafka. The only thing a quarantined record leaves behind.
 *
 * @param partition 0 or more
 * @param offset 0 or more
 */
public record RecordPointer(String topic, int partition, long offset) {
  @Override
  public String toString() {
    return topic + "/" + partition + "/" + offset;
  }
}
