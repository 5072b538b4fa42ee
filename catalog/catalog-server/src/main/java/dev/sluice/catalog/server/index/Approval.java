package dev.sluice.catalog.server.index;

import dev.sluice.model.SnapshotManifest;
import java.util.Optional;

/** Whether anything is approved that no person has looked at. */
public enum Approval {
  /** Nothing: reviewers decide. */
  BY_REVIEW,
  /**
   * What its policy approves, as the manifest says. Whoever can register manifests then decides
   * what they say of it.
   */
  BY_POLICY,
  /** All that nothing blocks; for demos. */
  OF_ALL;

  /** Why nobody need look at a snapshot that nothing blocks; empty if somebody must. */
  Optional<String> reason(SnapshotManifest manifest) {
    return switch (this) {
      case BY_REVIEW -> Optional.empty();
      case BY_POLICY -> manifest.approval().map(why -> "approved automatically: " + why);
      case OF_ALL -> Optional.of("approved automatically: the catalog runs with auto-approval");
    };
  }
}
