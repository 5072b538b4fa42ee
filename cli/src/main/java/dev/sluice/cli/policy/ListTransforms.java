package dev.sluice.cli.policy;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.Terminal;
import dev.sluice.dlp.transform.TransformKind;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sluice policy transforms}. */
@Command(
    name = "transforms",
    description = "List the transforms a policy can name, with their parameters.",
    footer = {"", "Examples:", "  sluice policy transforms"})
final class ListTransforms implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private JsonOption json;

  ListTransforms(Terminal terminal) {
    this.terminal = terminal;
  }

  /** A transform for machines. */
  record View(String name, String meaning, List<ParameterView> parameters) {
    static View of(TransformKind kind) {
      return new View(
          kind.wireName(),
          kind.meaning(),
          kind.parameters().stream()
              .map(p -> new ParameterView(p.name(), p.form(), p.meaning()))
              .toList());
    }
  }

  /** A parameter of a transform. */
  record ParameterView(String name, String form, String meaning) {}

  @Override
  public Integer call() {
    List<View> views = Arrays.stream(TransformKind.values()).map(View::of).toList();
    if (json.isSet()) {
      Json.print(terminal, views);
      return ExitCode.OK;
    }
    for (View view : views) {
      terminal.print(String.format("%-15s %s", view.name(), view.meaning()));
      for (ParameterView p : view.parameters()) {
        terminal.print(String.format("  %-13s %s: %s", p.name(), p.form(), p.meaning()));
      }
    }
    return ExitCode.OK;
  }
}
