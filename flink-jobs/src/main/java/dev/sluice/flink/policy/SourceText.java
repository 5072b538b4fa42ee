package dev.sluice.flink.policy;

/**
 * A file as it was published.
 *
 * @param name its last name, for messages and for the format
 */
public record SourceText(String name, String text) {}
