package dev.sluice.cli.io;

import java.util.List;
import java.util.SortedMap;

/**
 * What an import did.
 *
 * @param published exchanges that reached Kafka
 * @param unreadable entries that could not be read, by reason code
 * @param fidelity what the formats could not carry
 */
public record ImportReport(
    long published,
    SortedMap<String, Long> unreadable,
    List<String> formats,
    List<String> fidelity) {}
