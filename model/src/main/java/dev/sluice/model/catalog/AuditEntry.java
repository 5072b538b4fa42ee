package dev.sluice.model.catalog;

import java.time.Instant;

/**
 * One line of the append-only audit log.
 *
 * @param seq 1, 2, 3 … without holes
 * @param hash SHA-256 over the entry and the hash before it
 */
public record AuditEntry(
    long seq,
    Instant at,
    String actor,
    String action,
    String subject,
    String detail,
    String previousHash,
    String hash) {}
