package dev.sluice.flink;

import java.io.Serializable;
import java.util.List;

/**
 * Opens the engine where it runs: policy and packs from files, the key from its source. Policy and
 * packs are fixed at start.
 *
 * @param policyFile empty for the default policy
 */
public record EngineSource(String policyFile, List<String> packFiles, KeySource key)
    implements Serializable {
  public EngineSource {
    packFiles = List.copyOf(packFiles);
  }
}
