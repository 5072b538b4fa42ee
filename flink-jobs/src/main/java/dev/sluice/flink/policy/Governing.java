package dev.sluice.flink.policy;

import dev.sluice.dlp.Engine;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.model.PolicyTerms;

/**
 * What governs a record.
 *
 * @param number of the publication; 0 for what the job was started with
 */
public record Governing(long number, Engine engine, Policy policy, PolicyTerms terms) {
  static Governing of(long number, SharedEngines.Ready ready) {
    return new Governing(
        number,
        ready.engine(),
        ready.config().policy(),
        new PolicyTerms(ready.engine().provenance()));
  }
}
