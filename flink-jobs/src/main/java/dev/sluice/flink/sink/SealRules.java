package dev.sluice.flink.sink;

import dev.sluice.dlp.policy.WindowDelays;
import dev.sluice.flink.sanitize.WindowKey;
import dev.sluice.model.Provenance;
import java.io.Serializable;
import java.util.Optional;

/**
 * What decides about sealing, fixed for a run.
 *
 * @param bounded nothing is late: all windows seal once, at the end of input
 * @param delays event time between a window's end and its first and last revision
 * @param backfillRun empty for the live run
 * @param incarnation name of this start, unless a checkpoint says another
 */
public record SealRules(
    boolean bounded,
    WindowDelays delays,
    String backfillRun,
    String ledgerRun,
    String incarnation,
    ProvenanceForm provenance)
    implements Serializable {

  /** From when on a window has its first revision. */
  long sealsAt(WindowKey window) {
    return window.endMillis() + delays.sealDelay(window.env(), window.service()).toMillis();
  }

  /** From when on its parts are late. */
  long closesAt(WindowKey window) {
    return window.endMillis() + delays.closeAfter(window.env(), window.service()).toMillis();
  }

  Optional<String> run() {
    return backfillRun.isEmpty() ? Optional.empty() : Optional.of(backfillRun);
  }

  /** Provenance in a form that travels with the job. */
  public record ProvenanceForm(
      String engineVersion,
      String profile,
      String policyDigest,
      java.util.TreeMap<String, String> packs,
      String keyId)
      implements Serializable {
    /** Takes what the engine says. */
    public static ProvenanceForm of(Provenance p) {
      return new ProvenanceForm(
          p.engineVersion(),
          p.profile(),
          p.policyDigest(),
          new java.util.TreeMap<>(p.rulePackDigests()),
          p.keyId());
    }

    Provenance provenance() {
      return new Provenance(engineVersion, profile, policyDigest, packs, keyId);
    }
  }
}
