package dev.sluice.dlp;

import dev.sluice.model.Capture;
import dev.sluice.model.Provenance;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.Verdict;
import java.util.List;
import java.util.TreeMap;

/**
 * Turns raw captures into sanitized exchanges, or says why not. Immutable; an instance may be used
 * by several threads.
 */
public final class Engine {
  private final EngineConfig config;

  private Engine(EngineConfig config) {
    this.config = config;
  }

  /** An engine for the config; a second one of the same config is cheap. */
  public static Engine create(EngineConfig config) {
    return new Engine(config);
  }

  /**
   * Sanitizes and checks one capture. Never throws but for errors of the virtual machine such as
   * {@link OutOfMemoryError}; never tells a raw value.
   */
  public Verdict sanitize(Capture capture) {
    return new Verdict.Quarantine(QuarantineReason.INTERNAL_ERROR);
  }

  /** Everything found in a capture, also below the threshold, for a report. */
  public List<Detected> scanExchange(Capture capture) {
    return List.of();
  }

  /** Version, profile, digests and key id that stand in every manifest. */
  public Provenance provenance() {
    return new Provenance(
        "0.1.0",
        config.policy().profile().wireName(),
        config.policy().digest(),
        new TreeMap<>(),
        config.keys().keyId());
  }

  /** {@code sha256:…} over policy and packs; stands in every row. */
  public String policyDigest() {
    return provenance().policyDigest();
  }
}
