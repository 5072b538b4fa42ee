package dev.sluice.dlp;

import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.policy.Linking;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.walk.ExchangeWalker;
import dev.sluice.dlp.walk.Where;
import dev.sluice.model.Exchange;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose data an exchange holds, where the policy moves dates by subject. */
final class Subjects {

  private Subjects() {}

  /** The value of the first declared field that is there, or the session; raw, never printed. */
  static Optional<String> of(Policy policy, Exchange raw) {
    boolean asked =
        policy.transforms().values().stream().anyMatch(t -> t.name().equals("date-shift"));
    if (!asked) {
      return Optional.empty();
    }
    List<String> declared = policy.linking().subject();
    Fields fields = new Fields(declared.stream().map(Subjects::plain).collect(Collectors.toSet()));
    if (!declared.equals(List.of(Linking.SESSION))) {
      new ExchangeWalker(fields, policy.limits()).walk(raw);
    }
    for (String name : declared) {
      Optional<String> found =
          name.equals(Linking.SESSION)
              ? Sessions.of(raw)
              : Optional.ofNullable(fields.found.get(plain(name)));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** {@code customer_id}, {@code customerId} and {@code Customer-Id} are one name. */
  private static String plain(String name) {
    StringBuilder out = new StringBuilder(name.length());
    name.chars().filter(Character::isLetterOrDigit).forEach(c -> out.append((char) c));
    return out.toString().toLowerCase(Locale.ROOT);
  }

  /** Looks at all values and changes none; remembers the first under each name asked for. */
  private static final class Fields extends ReadingLeaves {
    private final Set<String> names;
    private final Map<String, String> found = new HashMap<>();

    Fields(Set<String> names) {
      this.names = names;
    }

    @Override
    public List<Candidate> winners(String text, ValueContext context, Where where) {
      String name = plain(context.fieldName());
      if (names.contains(name)) {
        found.putIfAbsent(name, text.strip().toLowerCase(Locale.ROOT));
      }
      return List.of();
    }
  }
}
