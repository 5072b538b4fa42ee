package dev.sluice.flink.ledger;

/**
 * A run that went on from a checkpoint or savepoint. What had been committed after that checkpoint
 * is read and committed again, so that each restore begins a history of its own.
 *
 * @param name sorts by time, and is never used twice
 * @param parent name of the restore that wrote the checkpoint; empty if it was none
 * @param checkpoint number of the checkpoint restored
 */
public record Restore(String name, String parent, long checkpoint) {}
