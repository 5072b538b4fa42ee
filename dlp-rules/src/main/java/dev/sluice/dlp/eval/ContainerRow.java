package dev.sluice.dlp.eval;

/**
 * One row of the container measure. All shares are 0 to 1.
 *
 * @param name a container, or a kind of value
 * @param messages how many went through the engine
 * @param named leaked share of values in fields whose names tell what they are, but for secrets
 * @param secrets leaked share of secrets in such fields
 * @param neutral leaked share of evident values in fields whose names tell nothing
 * @param altered share of the messages in which anything else was changed
 * @param quarantined share of the messages that did not pass
 */
public record ContainerRow(
    String name,
    int messages,
    double named,
    double secrets,
    double neutral,
    double altered,
    double quarantined) {

  /** The largest of the leaked shares. */
  public double worstLeak() {
    return Math.max(named, Math.max(secrets, neutral));
  }
}
