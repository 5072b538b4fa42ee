package dev.sluice.cli.policy;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.io.TextTable;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.policy.PolicyChoice;
import dev.sluice.dlp.policy.PolicyExplanation;
import dev.sluice.dlp.policy.PolicyExplanation.Endpoint;
import dev.sluice.model.SluiceException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice policy explain}. */
@Command(
    name = "explain",
    description = "Show what a policy says for a service or an endpoint, and which line says so.",
    footer = {
      "",
      "Examples:",
      "  sluice policy explain --policy policy.yaml --service checkout",
      "  sluice policy explain --policy policy.yaml --service checkout --endpoint 'POST /orders/7'"
    })
final class ExplainPolicy implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Policy (YAML); default: built in.")
  private @Nullable Path file;

  @Option(names = "--service", required = true, paramLabel = "NAME", description = "The service.")
  private String service;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      defaultValue = "prod",
      description = "The environment; default: ${DEFAULT-VALUE}.")
  private String environment;

  @Option(
      names = "--endpoint",
      paramLabel = "TEXT",
      description = "Method and path; without it, what holds for the whole service.")
  private @Nullable String endpoint;

  @Mixin private JsonOption json;

  ExplainPolicy(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Policy policy = file == null ? Policy.defaults() : Policy.load(file);
    String name = file == null ? "built in" : String.valueOf(file.getFileName());
    Optional<Endpoint> asked = Optional.ofNullable(endpoint).map(ExplainPolicy::parse);
    PolicyExplanation explained =
        PolicyExplanation.of(
            name, policy, new PolicyExplanation.Asked(environment, service, asked));
    if (json.isSet()) {
      Json.print(terminal, explained);
    } else {
      print(explained);
    }
    if (!policy.declares(environment, service)) {
      terminal.note("not declared: its records are quarantined as undeclared-service");
    }
    asked
        .flatMap(e -> here(policy, e).dropFor(e.method(), e.path()))
        .ifPresent(d -> terminal.note("dropped: left out by the rule " + d.name()));
    return ExitCode.OK;
  }

  private Policy here(Policy policy, Endpoint at) {
    return new PolicyChoice<>(policy, p -> p).of(environment, service, at.method(), at.path());
  }

  private static Endpoint parse(String text) {
    return Endpoint.parse(text)
        .orElseThrow(
            () -> new SluiceException("--endpoint is a method and a path such as 'GET /orders/7'"));
  }

  private void print(PolicyExplanation explained) {
    TextTable parts = new TextTable("part", "applies", "why");
    explained.parts().forEach(p -> parts.row(p.from(), p.applies() ? "yes" : "no", p.why()));
    if (!parts.isEmpty()) {
      parts.print(terminal);
      terminal.print("");
    }
    TextTable settings = new TextTable("setting", "value", "from");
    explained.settings().forEach(s -> settings.row(s.name(), s.value(), s.from()));
    settings.print(terminal);
  }
}
