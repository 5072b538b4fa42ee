package dev.sluice.dlp.policy;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which exchanges a part of a policy is about. Immutable.
 *
 * @param environments names, each with at most one {@code *}; none for all
 * @param services the same
 * @param endpoints {@code METHOD /path/glob}; none for all
 */
record Selector(List<String> environments, List<String> services, List<String> endpoints)
    implements Serializable {
  static final Set<String> KEYS = Set.of("environments", "services", "endpoints");

  Selector {
    environments = List.copyOf(environments);
    services = List.copyOf(services);
    endpoints = List.copyOf(endpoints);
  }

  static Selector read(Section s) {
    Selector selector =
        new Selector(
            s.textsOrOne("environments"), s.textsOrOne("services"), s.textsOrOne("endpoints"));
    checkNames(s, "environments", selector.environments());
    checkNames(s, "services", selector.services());
    if (!selector.endpoints().stream().allMatch(Endpoints::isWellFormed)) {
      throw s.wrong("endpoints", "holds no method and path such as GET /orders/*");
    }
    return selector;
  }

  private static void checkNames(Section s, String key, List<String> names) {
    if (!names.stream().allMatch(n -> Names.isWellFormed(n.replaceFirst("\\*", "x")))) {
      throw s.wrong(key, "holds a name that does not match [a-z0-9-]{1,63} with at most one *");
    }
  }

  /** Whether it is about some endpoints only. */
  boolean hasEndpoints() {
    return !endpoints.isEmpty();
  }

  boolean concerns(String env, String service) {
    return holds(environments, env) && holds(services, service);
  }

  /** Why it is not about that service's exchanges in that environment, if it is not. */
  Optional<String> objection(String env, String service) {
    if (!holds(environments, env)) {
      return Optional.of("environments is " + String.join(", ", environments));
    }
    return holds(services, service)
        ? Optional.empty()
        : Optional.of("services is " + String.join(", ", services));
  }

  /** Whether the endpoint is among those it is about. */
  boolean covers(String method, String path) {
    return endpoints.isEmpty()
        || endpoints.stream().anyMatch(endpoint -> Endpoints.matches(endpoint, method, path));
  }

  private static boolean holds(List<String> names, String name) {
    return names.isEmpty() || names.stream().anyMatch(glob -> PathGlob.matches(glob, name));
  }
}
