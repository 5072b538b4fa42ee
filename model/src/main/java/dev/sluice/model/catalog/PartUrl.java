package dev.sluice.model.catalog;

import java.time.Instant;

/** A presigned URL for one part. */
public record PartUrl(String key, String url, long sizeBytes, String sha256, Instant expiresAt) {}
