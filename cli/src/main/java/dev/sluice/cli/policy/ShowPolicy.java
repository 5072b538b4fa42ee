package dev.sluice.cli.policy;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.io.TextTable;
import dev.sluice.dlp.policy.Linking;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.rules.Rule;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.dlp.transform.TransformSpec;
import dev.sluice.job.EngineOptions;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sluice policy show}. */
@Command(
    name = "show",
    description = "Show what a policy means once its defaults are filled in.",
    footer = {
      "",
      "Examples:",
      "  sluice policy show",
      "  sluice policy show --policy policy.yaml --profile strict"
    })
final class ShowPolicy implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private EngineOptions engine;
  @Mixin private JsonOption json;

  ShowPolicy(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Policy policy = engine.policy();
    if (json.isSet()) {
      Json.print(terminal, policy);
      return ExitCode.OK;
    }
    Linking linking = policy.linking();
    TextTable table = new TextTable("setting", "value");
    table.row("profile", profile(policy));
    table.row("threshold", policy.threshold());
    table.row("services", policy.services().isEmpty() ? "any" : policy.services());
    table.row("environments", policy.environments().isEmpty() ? "any" : policy.environments());
    table.row("link scope", linking.scope().wireName() + ", " + linking.epochDays() + " days");
    table.row("tenant", linking.tenant());
    table.row("subject", linking.subject());
    table.row("unreadable bodies", policy.unreadableBodies().wireName());
    table.row("lists of safe fields", policy.keepFields().size());
    table.row("digest", policy.digest());
    table.print(terminal);
    SortedSet<String> known = infoTypes();
    policy.transforms().forEach((type, spec) -> transform(type, spec, known.contains(type)));
    return ExitCode.OK;
  }

  private static String profile(Policy policy) {
    String name = policy.profile().wireName();
    return policy.hasDefaultProfile() ? name + ", strict in prod" : name;
  }

  private void transform(String type, TransformSpec spec, boolean found) {
    String parameters =
        spec.parameters().entrySet().stream()
            .map(e -> " " + e.getKey() + "=" + String.join(",", e.getValue()))
            .collect(Collectors.joining());
    terminal.print("  " + type + ": " + spec.name() + parameters);
    if (!found) {
      terminal.note("no built-in rule finds " + type + "; 'sluice rules list' shows info types");
    }
  }

  private SortedSet<String> infoTypes() {
    return RulePacks.load(engine.packFiles()).stream()
        .flatMap(pack -> pack.rules().stream())
        .map(Rule::infoType)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
