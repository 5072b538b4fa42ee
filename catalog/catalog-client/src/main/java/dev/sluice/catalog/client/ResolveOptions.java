package dev.sluice.catalog.client;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a name is resolved.
 *
 * @param env which environment; needed only where a service has snapshots in several
 * @param asOf answers as the catalog would have answered then
 * @param includeUnapproved also takes snapshots nobody approved (never erased ones)
 */
public record ResolveOptions(
    Optional<String> env, Optional<Instant> asOf, boolean includeUnapproved) {

  /** Approved snapshots, now. */
  public static ResolveOptions approved() {
    return new ResolveOptions(Optional.empty(), Optional.empty(), false);
  }

  /** Whatever its status, now. */
  public static ResolveOptions any() {
    return new ResolveOptions(Optional.empty(), Optional.empty(), true);
  }

  Map<String, String> parameters(String name) {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("name", name);
    env.ifPresent(v -> out.put("env", v));
    asOf.ifPresent(v -> out.put("asOf", v.toString()));
    if (includeUnapproved) {
      out.put("includeUnapproved", "true");
    }
    return out;
  }
}
