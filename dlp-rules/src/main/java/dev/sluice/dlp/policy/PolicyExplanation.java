package dev.sluice.dlp.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.model.SluiceJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a policy says for some exchanges, and which line of it says so. Immutable.
 *
 * @param parts of the policy, in its order
 */
public record PolicyExplanation(List<Part> parts, List<Setting> settings) {
  private static final String BUILT_IN = "built in";

  /** Settings whose values are words of the policy's language. */
  private static final Set<String> WORDS =
      Set.of("profile", "unreadableBodies", "linking.scope", "timestamps");

  /**
   * A part of the policy.
   *
   * @param from the file with its line, or {@code built in}
   * @param applies whether it is laid over what stands before
   * @param why of it
   */
  public record Part(String from, boolean applies, String why) {}

  /**
   * One setting that holds.
   *
   * @param from who says so: the file, a part of it with its line, or {@code built in}
   */
  public record Setting(String name, String value, String from) {}

  /** Of whom something is asked. */
  public record Asked(String env, String service, Optional<Endpoint> endpoint) {}

  /** A method and the path of a URL. */
  public record Endpoint(String method, String path) {
    /** What {@code GET /orders/7} says; empty if it is no method and path. */
    public static Optional<Endpoint> parse(String text) {
      int space = text.indexOf(' ');
      return Endpoints.isWellFormed(text)
          ? Optional.of(new Endpoint(text.substring(0, space), text.substring(space + 1)))
          : Optional.empty();
    }
  }

  public PolicyExplanation {
    parts = List.copyOf(parts);
    settings = List.copyOf(settings);
  }

  /**
   * Explains a policy.
   *
   * @param file what the policy's own settings are ascribed to
   */
  public static PolicyExplanation of(String file, Policy whole, Asked asked) {
    SortedMap<String, Setting> settings = new TreeMap<>();
    ascribe(settings, Policy.defaults(), BUILT_IN);
    ascribe(settings, whole, file);
    if (!whole.hasDefaultProfile()) {
      sayProfile(settings, file);
    }
    List<Part> parts = new ArrayList<>();
    Policy policy = whole;
    for (PolicyPart part : whole.parts()) {
      Optional<String> objection = objection(part, asked);
      String from = part.isBuiltIn() ? BUILT_IN : file + ":" + part.line();
      parts.add(new Part(from, objection.isEmpty(), objection.orElse(reason(part))));
      if (objection.isEmpty()) {
        policy = part.over(policy);
        ascribe(settings, policy, from);
        if (part.content().containsKey("profile")) {
          sayProfile(settings, from);
        }
      }
    }
    return new PolicyExplanation(parts, List.copyOf(settings.values()));
  }

  /** Who says the profile last is asked for, also where it was the same before. */
  private static void sayProfile(SortedMap<String, Setting> settings, String from) {
    settings.computeIfPresent("profile", (name, s) -> new Setting(name, s.value(), from));
  }

  private static String reason(PolicyPart part) {
    return part.isBuiltIn()
        ? "strict in prod, as the policy names no profile for all"
        : "all of it matches";
  }

  private static Optional<String> objection(PolicyPart part, Asked asked) {
    Optional<String> name = part.objection(asked.env(), asked.service());
    if (name.isPresent() || !part.hasEndpoints()) {
      return name;
    }
    boolean covers = asked.endpoint().filter(e -> part.covers(e.method(), e.path())).isPresent();
    return covers
        ? Optional.empty()
        : Optional.of("endpoints is " + String.join(", ", part.endpoints()));
  }

  private static void ascribe(SortedMap<String, Setting> settings, Policy policy, String from) {
    JsonNode tree = SluiceJson.mapper().valueToTree(policy);
    SortedMap<String, String> now = new TreeMap<>();
    tree.properties().forEach(e -> flatten(e.getKey(), e.getValue(), now));
    settings.keySet().retainAll(now.keySet());
    now.forEach(
        (name, value) -> {
          Setting old = settings.get(name);
          if (old == null || !old.value().equals(value)) {
            settings.put(name, new Setting(name, value, from));
          }
        });
  }

  /** One setting a leaf; the specification of a transform is one. */
  private static void flatten(String name, JsonNode node, SortedMap<String, String> into) {
    if (name.equals("parts")) {
      return;
    }
    if (name.startsWith("transforms.")) {
      into.put(name, transform(node));
    } else if (node.isObject()) {
      node.properties().forEach(e -> flatten(name + "." + e.getKey(), e.getValue(), into));
    } else if (node.isArray()) {
      List<String> items = new ArrayList<>();
      node.forEach(item -> items.add(item.isValueNode() ? item.asText() : item.toString()));
      into.put(name, items.isEmpty() ? "none" : String.join(", ", items));
    } else {
      into.put(name, WORDS.contains(name) ? word(node) : Durations.shortened(node.asText()));
    }
  }

  private static String word(JsonNode node) {
    return node.asText().toLowerCase(Locale.ROOT);
  }

  private static String transform(JsonNode spec) {
    StringBuilder text = new StringBuilder(spec.path("name").asText());
    spec.path("parameters")
        .properties()
        .forEach(
            p -> {
              List<String> values = new ArrayList<>();
              p.getValue().forEach(v -> values.add(v.asText()));
              text.append(' ').append(p.getKey()).append('=').append(String.join(",", values));
            });
    return text.toString();
  }
}
