package dev.sluice.model.catalog;

/** An error as RFC 9457 {@code application/problem+json}. */
public record Problem(String type, String title, int status, String detail, String instance) {}
