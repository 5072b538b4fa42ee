package dev.sluice.dlp;

import dev.sluice.dlp.detect.Detector;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.policy.PolicyChoice;
import dev.sluice.dlp.policy.Profile;
import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.rules.RulePack;
import dev.sluice.dlp.walk.FieldTree;
import dev.sluice.model.Exchange;
import dev.sluice.model.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The facets of one policy. All use one detector: rules that do not apply everywhere are left out
 * of what it finds, so that a part costs no automata of its own. Thread-safe.
 */
final class Facets {
  /** Trees are large; where there are more ways to look, values are looked at one by one. */
  private static final int MOST_TREES = 50;

  private final List<RulePack> packs;
  private final Detector detector;
  private final PolicyChoice<Facet> choice;
  private final Map<Looks, FieldTree> trees = new ConcurrentHashMap<>();

  /** What the knowledge of fields depends on, beside the detector. */
  private record Looks(double threshold, Set<String> disabled, Set<String> allow) {}

  /**
   * @param packs those that apply somewhere, with the rules that do
   */
  Facets(Policy policy, List<RulePack> packs, Detector detector) {
    this.packs = packs;
    this.detector = detector;
    this.choice = new PolicyChoice<>(policy, this::facet);
  }

  Facet plain() {
    return choice.plain();
  }

  Facet of(String env, String service) {
    return choice.of(env, service);
  }

  Facet of(Exchange raw) {
    Request request = raw.request();
    return choice.of(raw.env(), raw.service(), request.method(), Urls.path(request.url()));
  }

  private Facet facet(Policy policy) {
    Set<String> disabled = disabled(policy);
    return new Facet(policy, disabled, fields(policy, disabled));
  }

  private Set<String> disabled(Policy policy) {
    return packs.stream()
        .flatMap(
            pack ->
                pack.rules().stream()
                    .map(Rule::id)
                    .filter(
                        id ->
                            policy.disabledPacks().contains(pack.name())
                                || policy.disabledRules().contains(id)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private @Nullable FieldTree fields(Policy policy, Set<String> disabled) {
    if (policy.profile() == Profile.STRICT) {
      return null;
    }
    Looks looks = new Looks(policy.threshold(), disabled, policy.allow());
    FieldTree known = trees.get(looks);
    return known != null || trees.size() >= MOST_TREES
        ? known
        : trees.computeIfAbsent(looks, l -> new FieldTree(detector.screen()));
  }
}
