package dev.sluice.catalog.client;

import dev.sluice.model.SnapshotStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a lookup asks for; an empty part does not filter. Immutable; each {@code with…} returns a
 * changed copy.
 *
 * @param from keeps windows that end after this time
 * @param to keeps windows that start before this time
 * @param endpoint exact {@code METHOD /path/{template}}, or a part of one
 * @param currentOnly only the newest revision of each window
 * @param pageSize items per page, 1 to 500
 */
public record LookupQuery(
    Optional<String> service,
    Optional<String> env,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<SnapshotStatus> status,
    Optional<String> label,
    Optional<String> endpoint,
    Optional<String> policyDigest,
    boolean currentOnly,
    int pageSize) {

  /** All current snapshots, newest first. */
  public static LookupQuery all() {
    Optional<String> any = Optional.empty();
    return new LookupQuery(
        any, any, Optional.empty(), Optional.empty(), Optional.empty(), any, any, any, true, 100);
  }

  public LookupQuery withService(String value) {
    return new LookupQuery(
        Optional.of(value),
        env,
        from,
        to,
        status,
        label,
        endpoint,
        policyDigest,
        currentOnly,
        pageSize);
  }

  public LookupQuery withEnv(String value) {
    return new LookupQuery(
        service,
        Optional.of(value),
        from,
        to,
        status,
        label,
        endpoint,
        policyDigest,
        currentOnly,
        pageSize);
  }

  /** Keeps windows that overlap {@code [start, end)}. */
  public LookupQuery overlapping(Instant start, Instant end) {
    return new LookupQuery(
        service,
        env,
        Optional.of(start),
        Optional.of(end),
        status,
        label,
        endpoint,
        policyDigest,
        currentOnly,
        pageSize);
  }

  public LookupQuery withStatus(SnapshotStatus value) {
    return new LookupQuery(
        service,
        env,
        from,
        to,
        Optional.of(value),
        label,
        endpoint,
        policyDigest,
        currentOnly,
        pageSize);
  }

  public LookupQuery withLabel(String value) {
    return new LookupQuery(
        service,
        env,
        from,
        to,
        status,
        Optional.of(value),
        endpoint,
        policyDigest,
        currentOnly,
        pageSize);
  }

  public LookupQuery withEndpoint(String value) {
    return new LookupQuery(
        service,
        env,
        from,
        to,
        status,
        label,
        Optional.of(value),
        policyDigest,
        currentOnly,
        pageSize);
  }

  public LookupQuery withPolicyDigest(String value) {
    return new LookupQuery(
        service, env, from, to, status, label, endpoint, Optional.of(value), currentOnly, pageSize);
  }

  /** Also lists revisions that newer ones replaced. */
  public LookupQuery withAllRevisions() {
    return new LookupQuery(
        service, env, from, to, status, label, endpoint, policyDigest, false, pageSize);
  }

  public LookupQuery withPageSize(int value) {
    return new LookupQuery(
        service, env, from, to, status, label, endpoint, policyDigest, currentOnly, value);
  }

  Map<String, String> parameters() {
    Map<String, String> out = new LinkedHashMap<>();
    service.ifPresent(v -> out.put("service", v));
    env.ifPresent(v -> out.put("env", v));
    from.ifPresent(v -> out.put("from", v.toString()));
    to.ifPresent(v -> out.put("to", v.toString()));
    status.ifPresent(v -> out.put("status", v.name()));
    label.ifPresent(v -> out.put("label", v));
    endpoint.ifPresent(v -> out.put("endpoint", v));
    policyDigest.ifPresent(v -> out.put("policyDigest", v));
    out.put("currentOnly", Boolean.toString(currentOnly));
    out.put("limit", Integer.toString(pageSize));
    return out;
  }
}
