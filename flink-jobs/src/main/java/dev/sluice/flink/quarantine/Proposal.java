package dev.sluice.flink.quarantine;

import dev.sluice.flink.policy.PolicyBundle;
import dev.sluice.flink.policy.PublisherKey;
import dev.sluice.flink.policy.SignedText;
import dev.sluice.flink.policy.TrustedKeys;
import dev.sluice.model.RecordPointer;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SluiceJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one person wants held records to be resolved; another's approval puts it into effect.
 *
 * @param topic the control topic it is for
 * @param head digest of that topic's newest entry when it was made; empty for none
 * @param change policy and packs to be in force; empty if the records are to be given up as they
 *     are
 * @param run a backfill's name; empty for the live run
 * @param records which it is about
 * @param by who made it, as that person says
 * @param reason why; holds nothing sensitive
 */
public record Proposal(
    Way way,
    String topic,
    String head,
    Optional<PolicyBundle> change,
    String run,
    List<RecordPointer> records,
    String by,
    String reason,
    Instant made) {
  private static final String LABEL = "sluice-quarantine-proposal-v1";
  private static final String APPROVAL = "sluice-quarantine-approval-v1";

  public Proposal {
    records = List.copyOf(records);
  }

  /** What is changed. */
  public enum Way {
    /** A rule finds what the gate found, or finds less. */
    RULE,
    /** The policy names values or fields that need no rule. */
    ALLOWLIST,
    /** The records are wanted in no snapshot. */
    DROP
  }

  /** Signs it. */
  public SignedText signed(PublisherKey key) {
    return SignedText.of(LABEL, SluiceJson.bytes(this), key);
  }

  /**
   * What was signed.
   *
   * @throws SluiceException if no trusted publisher signed it
   */
  public static Proposal open(SignedText signed, TrustedKeys trusted) {
    return SluiceJson.read(signed.open(LABEL, trusted), Proposal.class);
  }

  /**
   * A second person's signature over the first's.
   *
   * @throws SluiceException if it is the same key
   */
  public static SignedText approve(SignedText signed, PublisherKey second) {
    if (signed.key().equals(second.id())) {
      throw new SluiceException(
          "this key made the proposal; another person must approve it with another key");
    }
    return SignedText.of(APPROVAL, signed.toBytes(), second);
  }
}
