package dev.sluice.model;

import java.time.Instant;

/**
 * One Parquet file of a snapshot as the manifest lists it.
 *
 * @param key object key, relative to the bucket
 * @param sha256 {@code sha256:<hex>} of the file
 * @param minTs earliest {@code ts} in it
 * @param maxTs latest {@code ts} in it
 */
public record PartInfo(
    String key, long sizeBytes, String sha256, long rows, Instant minTs, Instant maxTs) {}
