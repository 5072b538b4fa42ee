package dev.sluice.model;

import java.util.List;

/**
 * A raw exchange as it arrived. Only the engine may look inside, and only it can make a {@link
 * SanitizedExchange} of it. Immutable. Prints {@code [raw, N bytes]}.
 */
public final class Capture {
  private final Exchange raw;
  private final List<String> fidelity;

  /**
   * @param raw the exchange as it arrived
   * @param fidelity what the source format could not carry: fixed note codes such as {@code
   *     no-latency}, never values
   */
  public Capture(Exchange raw, List<String> fidelity) {
    this.raw = raw;
    this.fidelity = List.copyOf(fidelity);
  }

  public Capture(Exchange raw) {
    this(raw, List.of());
  }

  /** The unsanitized exchange. Must not be logged, stored or passed on. */
  public Exchange raw() {
    return raw;
  }

  public List<String> fidelity() {
    return fidelity;
  }

  @Override
  public String toString() {
    return "[raw, " + raw.contentBytes() + " bytes]";
  }
}
