package dev.sluice.dlp;

import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.rules.RulePack;
import java.util.List;

/**
 * All an engine's verdicts depend on.
 *
 * @param packs in the order their rules are tried
 * @param keys never printed; only their id shows
 */
public record EngineConfig(Policy policy, List<RulePack> packs, KeyRing keys) {

  public EngineConfig {
    packs = List.copyOf(packs);
  }
}
