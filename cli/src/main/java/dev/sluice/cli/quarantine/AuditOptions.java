package dev.sluice.cli.quarantine;

import dev.sluice.cli.io.FreeText;
import picocli.CommandLine.Option;

/** Who does something to held records, and what for. */
final class AuditOptions {
  private static final int LONGEST = 500;

  @Option(
      names = "--purpose",
      required = true,
      paramLabel = "TEXT",
      description = "What for, such as a ticket's number; goes into the audit entry.")
  private String purpose;

  @Option(names = "--as", paramLabel = "NAME", description = "Who you are; default: the user.")
  private String name = System.getProperty("user.name", "");

  String purpose() {
    return FreeText.clean("--purpose", purpose, LONGEST);
  }

  String name() {
    return name;
  }
}
