package dev.sluice.dlp.policy;

import dev.sluice.dlp.rules.RulePack;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what a policy names with what there is. */
public final class PolicyNames {
  private PolicyNames() {}

  /** Rules, packs and info types that the policy names but no pack has; one line each. */
  public static List<String> unknown(Policy policy, List<RulePack> packs) {
    Set<String> ids = new TreeSet<>();
    Set<String> types = new TreeSet<>();
    packs.stream()
        .flatMap(pack -> pack.rules().stream())
        .forEach(
            rule -> {
              ids.add(rule.id());
              types.add(rule.infoType());
            });
    Set<String> names = packs.stream().map(RulePack::name).collect(Collectors.toSet());
    TreeSet<String> lines = new TreeSet<>();
    Stream.concat(Stream.of(policy), policy.parts().stream().map(part -> part.over(policy)))
        .forEach(
            p -> {
              add(lines, "disabledRules names no rule of a pack: ", p.disabledRules(), ids);
              add(lines, "disabledPacks names no pack: ", p.disabledPacks(), names);
              add(
                  lines,
                  "transforms names no info type of a rule: ",
                  p.transforms().keySet(),
                  types);
            });
    return new ArrayList<>(lines);
  }

  private static void add(Set<String> lines, String what, Set<String> used, Set<String> known) {
    used.stream().filter(name -> !known.contains(name)).forEach(name -> lines.add(what + name));
  }
}
