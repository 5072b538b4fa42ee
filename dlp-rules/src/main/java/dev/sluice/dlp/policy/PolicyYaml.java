package dev.sluice.dlp.policy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The policy file's grammar: every key is known, every value has its type. */
final class PolicyYaml {
  /** Keys that hold for the whole policy; {@link PartYaml#KEYS} are beside them. */
  static final Set<String> GLOBAL =
      Set.of(
          "services",
          "environments",
          "windows",
          "maxSkew",
          "drop",
          "keepFields",
          "safeFields",
          "linkScope",
          "epochDays",
          "tenant",
          "subject",
          "block",
          "approve",
          "rarity",
          "quasiIdentifiers",
          "timestamps",
          "for");

  static final Set<String> WINDOWS = Set.of("default", "perService", "sealDelay", "closeAfter");

  private PolicyYaml() {}

  /**
   * @param files the text of a file the policy names; throws {@link UncheckedIOException}
   */
  static Policy parse(String file, String yaml, Function<String, String> files) {
    Set<String> known = new TreeSet<>(GLOBAL);
    known.addAll(PartYaml.KEYS);
    Section top = Section.of(file, "", YamlNode.parse(file, yaml), known);
    PolicyDraft draft =
        new PolicyDraft(Policy.defaults())
            .services(names(top, "services"))
            .environments(names(top, "environments"))
            .windows(windows(top))
            .maxSkew(top.duration("maxSkew", Policy.defaults().maxSkew()))
            .keepFields(keeps(top, files));
    PartYaml.read(top, draft.policy(), draft);
    ServiceYaml.read(top, draft.policy(), draft);
    draft.linking(tenant(top, draft.policy().linking()));
    List<PolicyPart> parts = PolicyPart.readAll(top);
    Policy whole = draft.parts(parts).policy();
    // Refuses now what would otherwise fail with the first exchange it is about.
    parts.forEach(part -> part.over(whole));
    return whole;
  }

  static TreeSet<String> names(Section top, String key) {
    TreeSet<String> names = new TreeSet<>(top.texts(key));
    if (!names.stream().allMatch(Names::isWellFormed)) {
      throw top.wrong(key, "holds a name that does not match [a-z0-9-]{1,63}");
    }
    return names;
  }

  private static Windows windows(Section top) {
    Windows d = Windows.DEFAULTS;
    Section s = top.section("windows", WINDOWS).orElse(null);
    if (s == null) {
      return d;
    }
    SortedMap<String, Duration> own = new TreeMap<>();
    s.section("perService", Set.of())
        .ifPresent(
            per -> per.pairs().keySet().forEach(k -> own.put(k, ServiceYaml.window(per, k))));
    Duration standard =
        s.text("default").isEmpty() ? d.standard() : ServiceYaml.window(s, "default");
    return new Windows(
        standard, own, s.duration("sealDelay", d.sealDelay()), ServiceYaml.closeAfter(s, d));
  }

  private static Linking tenant(Section top, Linking linking) {
    String tenant = top.text("tenant", linking.tenant());
    if (!Names.isWellFormed(tenant)) {
      throw top.wrong("tenant", "does not match [a-z0-9-]{1,63}");
    }
    return new Linking(linking.scope(), linking.epochDays(), tenant, linking.subject());
  }

  private static List<KeepFields> keeps(Section top, Function<String, String> files) {
    List<KeepFields> entries = new ArrayList<>(FieldsYaml.read(top, "keepFields"));
    for (String file : top.textsOrOne("safeFields")) {
      try {
        entries.addAll(FieldsYaml.parse(file, files.apply(file)));
      } catch (UncheckedIOException e) {
        throw top.wrong(
            "safeFields", "names a file that cannot be read; its path is relative to the policy");
      }
    }
    return entries;
  }
}
