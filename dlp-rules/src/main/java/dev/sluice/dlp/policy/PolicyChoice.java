package dev.sluice.dlp.policy;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says what a policy is for an exchange, once those of its parts are laid over it that are about
 * the exchange, in their order. Remembers what it made of each such policy; thread-safe.
 *
 * @param <T> what is made of a policy
 */
public final class PolicyChoice<T> {
  /** Of combinations of parts that are remembered; more change no answer. */
  private static final int MOST = 500;

  private final Policy whole;
  private final Function<Policy, T> make;
  private final T plain;
  private final Map<BitSet, T> known = new ConcurrentHashMap<>();

  /**
   * @param make called with policies whose parts are laid over them; equal ones give the same
   */
  public PolicyChoice(Policy whole, Function<Policy, T> make) {
    this.whole = whole;
    this.make = make;
    this.plain = make.apply(whole);
  }

  /** Where no part applies. */
  public T plain() {
    return plain;
  }

  /** For a whole service: without the parts that are about some endpoints only. */
  public T of(String env, String service) {
    return whole.parts().isEmpty() ? plain : of(parts(env, service, null, ""));
  }

  /**
   * For one exchange.
   *
   * @param path of the raw URL, without its query
   */
  public T of(String env, String service, String method, String path) {
    return whole.parts().isEmpty() ? plain : of(parts(env, service, method, path));
  }

  private BitSet parts(String env, String service, @Nullable String method, String path) {
    BitSet parts = new BitSet();
    for (int i = 0; i < whole.parts().size(); i++) {
      PolicyPart part = whole.parts().get(i);
      boolean concerned = part.concerns(env, service);
      parts.set(
          i, concerned && (method == null ? !part.hasEndpoints() : part.covers(method, path)));
    }
    return parts;
  }

  private T of(BitSet parts) {
    if (parts.isEmpty()) {
      return plain;
    }
    T made = known.get(parts);
    if (made == null) {
      made = make.apply(over(parts));
      if (known.size() < MOST) {
        known.put(parts, made);
      }
    }
    return made;
  }

  private Policy over(BitSet parts) {
    Policy policy = whole;
    for (int i = parts.nextSetBit(0); i >= 0; i = parts.nextSetBit(i + 1)) {
      policy = whole.parts().get(i).over(policy);
    }
    return policy;
  }
}
