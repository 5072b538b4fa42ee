package dev.sluice.snapshot.local;

import dev.sluice.model.PolicyTerms;
import dev.sluice.model.Provenance;
import dev.sluice.model.SluiceException;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * How to cut and describe local snapshots.
 *
 * @param window length of the windows, aligned to the epoch; empty: one window per service
 * @param run name that goes into the ids ({@code -b<run>}); empty for none
 * @param terms under what the exchanges of an environment and service were sanitized
 * @param authoritySalt see {@code PartMeta}
 * @param quarantined of the whole input, by reason code; read when sealing
 */
public record LocalOptions(
    Optional<Duration> window,
    Optional<String> run,
    BiFunction<String, String, PolicyTerms> terms,
    Optional<String> authoritySalt,
    SortedMap<String, Long> quarantined) {
  public LocalOptions {
    if (window.filter(w -> w.isNegative() || w.isZero() || w.getNano() != 0).isPresent()) {
      throw new SluiceException("the window must be whole seconds, at least one");
    }
  }

  public LocalOptions(Provenance provenance) {
    this(
        Optional.empty(),
        Optional.empty(),
        (env, service) -> new PolicyTerms(provenance),
        Optional.empty(),
        new TreeMap<>());
  }
}
