package dev.sluice.dlp.policy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a policy says otherwise for some environments, services or endpoints. Immutable. */
public final class PolicyPart {
  private static final PolicyPart PRODUCTION = production();

  private final Selector selector;
  private final Section section;
  private final boolean builtIn;

  private PolicyPart(Selector selector, Section section, boolean builtIn) {
    this.selector = selector;
    this.section = section;
    this.builtIn = builtIn;
  }

  /** Of policies that name no profile for all: production is strict, and its parts come after. */
  static PolicyPart strictProduction() {
    return PRODUCTION;
  }

  private static PolicyPart production() {
    YamlNode node = YamlNode.parse("built in", "{environments: prod, profile: strict}");
    Section section = Section.of("built in", "", node, keys());
    return new PolicyPart(Selector.read(section), section, true);
  }

  static Set<String> keys() {
    Set<String> keys = new TreeSet<>(Selector.KEYS);
    keys.addAll(PartYaml.KEYS);
    keys.addAll(ServiceYaml.KEYS);
    return keys;
  }

  static List<PolicyPart> readAll(Section top) {
    List<PolicyPart> parts = new ArrayList<>();
    if (!top.keys().contains("profile")) {
      parts.add(strictProduction());
    }
    for (Section section : top.sections("for", keys())) {
      Selector selector = Selector.read(section);
      if (selector.hasEndpoints()) {
        refuseForEndpoints(section);
      }
      parts.add(new PolicyPart(selector, section, false));
    }
    return parts;
  }

  private static void refuseForEndpoints(Section section) {
    for (String key : ServiceYaml.KEYS) {
      if (section.keys().contains(key)) {
        throw section.wrong(
            key, "holds for whole services. Take endpoints away, or write it in a part of its own");
      }
    }
  }

  /** The policy as it is for what this part is about. */
  Policy over(Policy policy) {
    PolicyDraft draft = new PolicyDraft(policy);
    PartYaml.read(section, policy, draft);
    ServiceYaml.read(section, policy, draft);
    ServiceYaml.readWindow(section, policy, draft);
    return draft.policy();
  }

  PolicyPart without(String key) {
    return new PolicyPart(selector, section.without(key), false);
  }

  /** The delays it says, if it says one. */
  Optional<WindowDelays.Part> delays() {
    Duration unsaid = WindowDelays.Part.UNSAID;
    Duration seal = section.duration("sealDelay", unsaid);
    Duration close = section.duration("closeAfter", unsaid);
    return seal.isNegative() && close.isNegative()
        ? Optional.empty()
        : Optional.of(new WindowDelays.Part(selector, seal, close));
  }

  /** Whether it is about some of that service's exchanges in that environment. */
  boolean concerns(String env, String service) {
    return selector.concerns(env, service);
  }

  /** Why it is not about that service's exchanges in that environment, if it is not. */
  Optional<String> objection(String env, String service) {
    return selector.objection(env, service);
  }

  /** Whether it is about some endpoints only. */
  boolean hasEndpoints() {
    return selector.hasEndpoints();
  }

  boolean covers(String method, String path) {
    return selector.covers(method, path);
  }

  List<String> endpoints() {
    return selector.endpoints();
  }

  /** Whether no file says it: {@link #strictProduction()}. */
  boolean isBuiltIn() {
    return builtIn;
  }

  /** The line of the policy it begins at; says nothing of what is built in. */
  public int line() {
    return section.line();
  }

  /** Its keys and values, without the file's order. */
  @JsonValue
  public SortedMap<String, Object> content() {
    return section.content();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PolicyPart part && content().equals(part.content());
  }

  @Override
  public int hashCode() {
    return content().hashCode();
  }
}
