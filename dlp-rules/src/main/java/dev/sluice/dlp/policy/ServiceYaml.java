package dev.sluice.dlp.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What a policy may say for all exchanges, and a part of it for those of some services. */
final class ServiceYaml {
  /** Of parts. The policy itself says {@code windows}, which also holds the delays. */
  static final Set<String> KEYS =
      Set.of(
          "window",
          "sealDelay",
          "closeAfter",
          "linkScope",
          "epochDays",
          "subject",
          "drop",
          "block",
          "approve",
          "rarity",
          "quasiIdentifiers",
          "timestamps");

  /** Different subjects that statistics can count. */
  static final int MOST_RARITY = 10;

  private ServiceYaml() {}

  /**
   * @param d what holds where the section says nothing; drop rules are added to its own
   */
  static void read(Section s, Policy d, PolicyDraft draft) {
    draft
        .linking(linking(s, d.linking()))
        .drop(drops(s, d.drop()))
        .block(SealLimitsYaml.read(s, "block", d.block()))
        .approve(SealLimitsYaml.read(s, "approve", d.approve()))
        .rarity(rarity(s, d.rarity()))
        .quasiIdentifiers(QuasiIdentifiersYaml.read(s, d.quasiIdentifiers()))
        .timestamps(timestamps(s, d));
    refuseWithoutSets(s, draft.policy());
  }

  /** A limit of what nobody measures would never hold a snapshot back. */
  private static void refuseWithoutSets(Section s, Policy made) {
    for (String key : List.of("block", "approve")) {
      boolean limits =
          (key.equals("block") ? made.block() : made.approve())
              .filter(l -> l.uniqueness().isPresent())
              .isPresent();
      if (limits && made.quasiIdentifiers().isEmpty()) {
        throw s.wrong(key, "limits uniqueness, but quasiIdentifiers names no set of fields");
      }
    }
  }

  /** The window of a part, that of all its services, and its delays. */
  static void readWindow(Section s, Policy d, PolicyDraft draft) {
    Windows w = d.windows();
    boolean own = s.text("window").isPresent();
    draft.windows(
        new Windows(
            own ? window(s, "window") : w.standard(),
            own ? new TreeMap<>() : w.perService(),
            s.duration("sealDelay", w.sealDelay()),
            closeAfter(s, w)));
  }

  /** A window that closed before it seals would have no revision at all. */
  static Duration closeAfter(Section s, Windows d) {
    Duration closeAfter = s.duration("closeAfter", d.closeAfter());
    if (closeAfter.compareTo(s.duration("sealDelay", d.sealDelay())) < 0) {
      throw s.wrong(
          s.keys().contains("closeAfter") ? "closeAfter" : "sealDelay",
          "lets windows close before they seal");
    }
    return closeAfter;
  }

  static Duration window(Section s, String key) {
    Duration length = s.duration(key, Duration.ZERO);
    if (length.isZero() || length.compareTo(Duration.ofDays(1)) > 0) {
      throw s.wrong(key, "is not a window between 1s and 1d");
    }
    return length;
  }

  private static Timestamps timestamps(Section s, Policy d) {
    return Timestamps.ofWireName(s.text("timestamps", d.timestamps().wireName()))
        .orElseThrow(() -> s.wrong("timestamps", "is neither exact nor shifted"));
  }

  private static int rarity(Section s, int d) {
    int least = s.integer("rarity", d, 1);
    if (least > MOST_RARITY) {
      throw s.wrong("rarity", "is more than " + MOST_RARITY);
    }
    return least;
  }

  private static Linking linking(Section s, Linking d) {
    LinkScope scope =
        LinkScope.ofWireName(s.text("linkScope", d.scope().wireName()))
            .orElseThrow(() -> s.wrong("linkScope", "is none of snapshot, epoch, tenant"));
    int days = s.integer("epochDays", d.epochDays(), 1);
    if (days > Linking.MOST_DAYS) {
      throw s.wrong("epochDays", "is more than " + Linking.MOST_DAYS);
    }
    List<String> subject = s.textsOrOne("subject");
    return new Linking(scope, days, d.tenant(), subject.isEmpty() ? d.subject() : subject);
  }

  private static List<DropRule> drops(Section section, List<DropRule> d) {
    List<DropRule> rules = new ArrayList<>(d);
    for (Section s : section.sections("drop", Set.of("name", "method", "path"))) {
      rules.add(
          new DropRule(
              s.text("name", "drop-" + (rules.size() + 1)),
              s.text("method", "*"),
              s.text("path", "/**")));
    }
    return rules;
  }
}
