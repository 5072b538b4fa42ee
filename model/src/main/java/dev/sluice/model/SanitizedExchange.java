package dev.sluice.model;

import java.util.List;
import java.util.Optional;

/**
 * An exchange that passed the engine and the gate. The only form that writers, files and clients
 * accept.
 *
 * <p>The constructor is for the engine (which makes it) and the snapshot reader (which reads it
 * back); an architecture test keeps everybody else away from it. Immutable.
 *
 * @param exchange the sanitized content
 * @param pathTemplate the URL path with its variable segments as {@code {id}}, a pure function of
 *     URL and policy
 * @param sessionId surrogate of the session this exchange belongs to, where one was seen
 * @param findings what was found and replaced, sorted
 * @param timeReferences points in time for re-basing, sorted
 * @param notes fidelity and placeholder notes: fixed codes, sorted, for example {@code no-latency},
 *     {@code request.body:placeholder}
 * @param policyDigest SHA-256 (hex) of the policy and packs this was sanitized under
 */
public record SanitizedExchange(
    Exchange exchange,
    String pathTemplate,
    Optional<String> sessionId,
    List<Finding> findings,
    List<TimeReference> timeReferences,
    List<String> notes,
    String policyDigest) {

  public SanitizedExchange {
    findings = findings.stream().sorted().toList();
    timeReferences = timeReferences.stream().sorted().toList();
    notes = notes.stream().sorted().distinct().toList();
  }
}
