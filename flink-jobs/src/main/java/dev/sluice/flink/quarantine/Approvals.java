package dev.sluice.flink.quarantine;

import dev.sluice.flink.policy.SignedText;
import dev.sluice.model.ContentDigest;
import dev.sluice.snapshot.store.ObjectStore;

/**
 * Proposals with both persons' signatures: {@code _audit/approvals/<digest>.json}. Ed25519
 * signatures of equal texts are equal, so approving again writes the same.
 */
public final class Approvals {
  /** First folder of all of them. */
  public static final String PREFIX = "_audit/approvals/";

  private Approvals() {}

  /** Keeps one. */
  public static void keep(ObjectStore store, SignedText approval) {
    byte[] bytes = approval.toBytes();
    store.put(PREFIX + ContentDigest.of(bytes).substring(7) + ".json", bytes, ObjectStore.JSON);
  }
}
