package dev.sluice.cli.bench;

import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The page {@code docs/performance.md}: each command writes its own section and keeps the other.
 */
final class PerformancePage {
  /** Which command a section is of. */
  enum Section {
    ENGINE("## Engine", "sluice bench engine"),
    PIPELINE("## Pipeline", "sluice bench pipeline");

    private final String heading;
    private final String command;

    Section(String heading, String command) {
      this.heading = heading;
      this.command = command;
    }
  }

  private static final String HEAD =
      """
      # Performance

      Written by `sluice bench engine --write docs/performance.md` and `sluice bench pipeline --write docs/performance.md`; not
      edited by hand. Ratios are of numbers measured in the same run, in turns; they say more than the numbers, which are the
      machine's and its load's.

      """;

  private PerformancePage() {}

  /** Puts the section's text into the page, which is made where there is none. */
  static void write(Path page, Section section, String text) {
    try {
      String old = Files.exists(page) ? Files.readString(page) : "";
      Files.writeString(page, with(old, section, text));
    } catch (IOException e) {
      throw new SluiceException(page + " cannot be written; check its folder and permissions");
    }
  }

  static String with(String page, Section section, String text) {
    return HEAD
        + Arrays.stream(Section.values())
            .map(s -> s == section ? s.heading + "\n\n" + text.strip() : kept(page, s))
            .collect(Collectors.joining("\n\n"))
        + "\n";
  }

  private static String kept(String page, Section section) {
    int start = page.indexOf(section.heading + "\n");
    if (start < 0) {
      return section.heading + "\n\nNot measured yet: `" + section.command + "`.";
    }
    int end = page.indexOf("\n## ", start);
    return (end < 0 ? page.substring(start) : page.substring(start, end)).strip();
  }

  static String machine(Machine machine) {
    return format(
        "Measured on %s, %d cores, %s, Java %s, a heap of at most %d MB.\n",
        machine.cpu(), machine.cores(), machine.os(), machine.java(), machine.memoryMegabytes());
  }

  /** A row of the table of targets. */
  static String target(String what, String asked, String measured, boolean met) {
    return format("| %s | %s | %s | %s |\n", what, asked, measured, met ? "yes" : "**no**");
  }

  static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
