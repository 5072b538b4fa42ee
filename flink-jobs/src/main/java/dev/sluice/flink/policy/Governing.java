package dev.sluice.flink.policy;

import dev.sluice.dlp.Engine;
import dev.sluice.model.PolicyTerms;
import java.util.HashMap;
import java.util.Map;

/** What governs a record. One owner thread. */
public final class Governing {
  /** Of services whose terms are remembered; more change no answer. */
  private static final int MOST = 2_000;

  private final long number;
  private final Engine engine;
  private final Map<String, PolicyTerms> terms = new HashMap<>();

  private Governing(long number, Engine engine) {
    this.number = number;
    this.engine = engine;
  }

  static Governing of(long number, SharedEngines.Ready ready) {
    return new Governing(number, ready.engine());
  }

  /** Number of the publication; 0 for what the job was started with. */
  public long number() {
    return number;
  }

  public Engine engine() {
    return engine;
  }

  /** What the rows of a service carry with them. */
  public PolicyTerms terms(String env, String service) {
    if (terms.size() >= MOST) {
      terms.clear();
    }
    return terms.computeIfAbsent(env + "/" + service, name -> engine.terms(env, service));
  }
}
