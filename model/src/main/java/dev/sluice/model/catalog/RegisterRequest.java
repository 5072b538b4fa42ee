package dev.sluice.model.catalog;

/** Asks the catalog to index a manifest that stands in the bucket. Idempotent. */
public record RegisterRequest(String manifestKey, String manifestDigest) {}
