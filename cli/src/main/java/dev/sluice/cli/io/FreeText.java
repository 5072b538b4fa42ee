package dev.sluice.cli.io;

import dev.sluice.dlp.TextFinding;
import dev.sluice.dlp.TextScanner;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.model.SluiceException;
import java.util.List;
import java.util.stream.Collectors;

/** What people write freely and Sluice keeps: it may hold nothing that a rule would replace. */
public final class FreeText {
  private FreeText() {}

  /**
   * Gives the text back if it is clean.
   *
   * @param option what errors call it
   * @param longest characters it may have
   * @throws SluiceException with the places of what was found, and never the text
   */
  public static String clean(String option, String text, int longest) {
    if (text.length() > longest) {
      throw new SluiceException(option + " may have " + longest + " characters");
    }
    if (text.isBlank()) {
      return text;
    }
    List<TextFinding> found =
        TextScanner.of(RulePacks.builtin()).scan(text).stream()
            .filter(f -> f.score() >= Policy.defaults().threshold())
            .toList();
    if (!found.isEmpty()) {
      throw new SluiceException(
          option
              + " would be kept as it is, and holds "
              + found.stream().map(FreeText::place).distinct().collect(Collectors.joining(", "))
              + "; say it without");
    }
    return text;
  }

  private static String place(TextFinding found) {
    return "%s at characters %d to %d".formatted(found.infoType(), found.start() + 1, found.end());
  }
}
