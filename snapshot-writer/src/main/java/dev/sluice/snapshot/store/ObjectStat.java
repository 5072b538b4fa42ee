package dev.sluice.snapshot.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What a store knows of an object without reading it.
 *
 * @param sha256 {@code sha256:<hex>} as given when it was staged, where the store tells it;
 *     listings do not
 */
public record ObjectStat(
    String key, long size, Optional<String> sha256, Optional<Instant> lastModified) {}
