package dev.sluice.dlp;

import dev.sluice.dlp.detect.Detector;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.rules.RulePack;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes engines that share what is costly: those with the same rules and threshold use one
 * detector, with its automata. A detector goes with the last engine that uses it. Thread-safe.
 */
public final class EngineFactory {
  private final Map<String, WeakReference<Detector>> detectors = new HashMap<>();

  /** An engine for the config. */
  public Engine create(EngineConfig config) {
    return Engine.create(config, this::detector);
  }

  private synchronized Detector detector(List<RulePack> packs, Policy policy) {
    detectors.values().removeIf(reference -> reference.get() == null);
    String key =
        packs.stream().map(p -> p.name() + "=" + p.digest()).collect(Collectors.joining(" "))
            + " without "
            + policy.disabledRules()
            + " from "
            + policy.leastThreshold();
    WeakReference<Detector> known = detectors.get(key);
    Detector detector = known == null ? null : known.get();
    if (detector == null) {
      detector = Detector.of(packs, policy.leastThreshold());
      detectors.put(key, new WeakReference<>(detector));
    }
    return detector;
  }
}
