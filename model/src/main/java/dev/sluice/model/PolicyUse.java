package dev.sluice.model;

/**
 * One of the policies that rows of a snapshot were sanitized under.
 *
 * @param exchanges rows that were sanitized under it
 */
public record PolicyUse(Provenance provenance, long exchanges) {}
