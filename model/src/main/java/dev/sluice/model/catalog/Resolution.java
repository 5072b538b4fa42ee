package dev.sluice.model.catalog;

/**
 * What a name such as {@code checkout@latest} stands for right now: an immutable id with its
 * manifest digest.
 */
public record Resolution(
    String id, String manifestKey, String manifestDigest, String contentDigest) {}
