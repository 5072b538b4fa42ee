package dev.sluice.dlp.policy;

import dev.sluice.dlp.transform.TransformSpec;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The policy file's grammar: every key is known, every value has its type. */
final class PolicyYaml {
  private static final Set<String> TOP =
      Set.of(
          "profile",
          "threshold",
          "services",
          "environments",
          "windows",
          "maxSkew",
          "limits",
          "unreadableBodies",
          "transforms",
          "disabledRules",
          "allow",
          "drop",
          "keepFields",
          "safeFields",
          "fullRescanShare",
          "linkScope",
          "epochDays",
          "tenant",
          "subject");
  private static final Set<String> WINDOWS =
      Set.of("default", "perService", "sealDelay", "closeAfter");
  private static final Set<String> LIMITS =
      Set.of("maxBodyBytes", "maxDepth", "maxNesting", "maxSteps");

  private PolicyYaml() {}

  /**
   * @param files the text of a file the policy names; throws {@link UncheckedIOException}
   */
  static Policy parse(String file, String yaml, Function<String, String> files) {
    Section top = Section.of(file, "", YamlNode.parse(file, yaml), TOP);
    Policy d = Policy.defaults();
    return new Policy(
        profile(top, d),
        top.share("threshold", d.threshold()),
        names(top, "services"),
        names(top, "environments"),
        windows(top),
        top.duration("maxSkew", d.maxSkew()),
        limits(top),
        unreadable(top, d),
        transforms(top),
        set(top.texts("disabledRules")),
        set(top.texts("allow")),
        drops(top),
        keeps(top, files),
        top.share("fullRescanShare", d.fullRescanShare()),
        linking(top));
  }

  private static Profile profile(Section top, Policy d) {
    String name = top.text("profile", d.profile().wireName());
    return Profile.ofWireName(name)
        .orElseThrow(() -> top.wrong("profile", "is neither balanced nor strict"));
  }

  private static UnreadableBodies unreadable(Section top, Policy d) {
    String name = top.text("unreadableBodies", d.unreadableBodies().wireName());
    return switch (name) {
      case "placeholder" -> UnreadableBodies.PLACEHOLDER;
      case "quarantine" -> UnreadableBodies.QUARANTINE;
      default -> throw top.wrong("unreadableBodies", "is neither placeholder nor quarantine");
    };
  }

  private static TreeSet<String> names(Section top, String key) {
    TreeSet<String> names = set(top.texts(key));
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
        .ifPresent(per -> per.pairs().keySet().forEach(k -> own.put(k, window(per, k))));
    Duration standard = s.text("default").isEmpty() ? d.standard() : window(s, "default");
    return new Windows(
        standard,
        own,
        s.duration("sealDelay", d.sealDelay()),
        s.duration("closeAfter", d.closeAfter()));
  }

  private static Duration window(Section s, String key) {
    Duration length = s.duration(key, Duration.ZERO);
    if (length.isZero() || length.compareTo(Duration.ofDays(1)) > 0) {
      throw s.wrong(key, "is not a window between 1s and 1d");
    }
    return length;
  }

  private static Limits limits(Section top) {
    Limits d = Limits.DEFAULTS;
    return top.section("limits", LIMITS)
        .map(
            s ->
                new Limits(
                    s.integer("maxBodyBytes", d.maxBodyBytes(), 1),
                    s.integer("maxDepth", d.maxDepth(), 1),
                    s.integer("maxNesting", d.maxNesting(), 0),
                    s.integer("maxSteps", d.maxSteps(), 1)))
        .orElse(d);
  }

  private static SortedMap<String, TransformSpec> transforms(Section top) {
    return top.section("transforms", Set.of()).map(TransformsYaml::read).orElseGet(TreeMap::new);
  }

  private static Linking linking(Section top) {
    Linking d = Linking.DEFAULTS;
    LinkScope scope =
        LinkScope.ofWireName(top.text("linkScope", d.scope().wireName()))
            .orElseThrow(() -> top.wrong("linkScope", "is none of snapshot, epoch, tenant"));
    int days = top.integer("epochDays", d.epochDays(), 1);
    if (days > Linking.MOST_DAYS) {
      throw top.wrong("epochDays", "is more than " + Linking.MOST_DAYS);
    }
    String tenant = top.text("tenant", d.tenant());
    if (!Names.isWellFormed(tenant)) {
      throw top.wrong("tenant", "does not match [a-z0-9-]{1,63}");
    }
    List<String> subject = top.textsOrOne("subject");
    return new Linking(scope, days, tenant, subject.isEmpty() ? d.subject() : subject);
  }

  private static List<DropRule> drops(Section top) {
    List<DropRule> rules = new ArrayList<>();
    for (Section s : top.sections("drop", Set.of("name", "method", "path"))) {
      rules.add(
          new DropRule(
              s.text("name", "drop-" + (rules.size() + 1)),
              s.text("method", "*"),
              s.text("path", "/**")));
    }
    return rules;
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

  private static TreeSet<String> set(Collection<String> texts) {
    return new TreeSet<>(texts);
  }
}
