package dev.sluice.flink;

import dev.sluice.dlp.Engine;
import dev.sluice.dlp.EngineConfig;
import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.rules.RulePacks;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens the engine where it runs: policy and packs from files, the key from its source. What is
 * published later stands on a control topic.
 *
 * @param policyFile empty for the default policy
 */
public record EngineSource(String policyFile, List<String> packFiles, KeySource key)
    implements Serializable {
  public EngineSource {
    packFiles = List.copyOf(packFiles);
  }

  /** The policy; a bad file is one line that names it. */
  public Policy policy() {
    return policyFile.isEmpty() ? Policy.defaults() : Policy.load(Path.of(policyFile));
  }

  /** All that an engine is made of; opens the key. */
  public EngineConfig config() {
    return config(policy());
  }

  /** An engine of the policy, the packs and the key. */
  public Engine engine(Policy policy) {
    return Engine.create(config(policy));
  }

  private EngineConfig config(Policy policy) {
    KeyRing keys =
        switch (key.kind()) {
          case FILE -> KeyRing.fromFile(Path.of(key.name()));
          case ENVIRONMENT -> KeyRing.fromEnv();
        };
    return new EngineConfig(
        policy, RulePacks.load(packFiles.stream().map(Path::of).toList()), keys);
  }
}
