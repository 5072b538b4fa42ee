package dev.sluice.dlp.transform;

import dev.sluice.dlp.keys.KeyRing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The transforms of each tenant and epoch, under keys of their own (HKDF), made when first asked
 * for. Thread-safe.
 */
public final class TransformScopes {
  /** Scopes kept ready: windows of several services, and one epoch each of a backfill. */
  private static final int MOST = 64;

  private record Scope(String tenant, String epoch) {}

  private final KeyRing keys;
  private final Transforms installation;
  private final Map<Scope, Transforms> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Scope, Transforms> eldest) {
          return size() > MOST;
        }
      };

  /**
   * @param prefixes public texts in front of vendors' secrets, which stay
   */
  public TransformScopes(KeyRing keys, Set<String> prefixes) {
    this.keys = keys;
    this.installation = Transforms.of(keys, prefixes);
  }

  /**
   * The transforms of one epoch.
   *
   * @param before the epoch before, whose surrogates with a keyed check are left alone too
   */
  public synchronized Transforms of(String tenant, String epoch, Optional<String> before) {
    return known.computeIfAbsent(
        new Scope(tenant, epoch),
        scope ->
            installation.scoped(
                keys.scoped(tenant, epoch), before.map(e -> keys.scoped(tenant, e))));
  }
}
