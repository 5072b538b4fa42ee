package dev.sluice.cli.job;

import dev.sluice.cli.io.JsonOption;
import dev.sluice.cli.io.LogOption;
import picocli.CommandLine.Mixin;

/** Where a run in this process tells what. */
final class OutputOptions {
  @Mixin LogOption log;
  @Mixin JsonOption json;
}
