package dev.sluice.dlp.rules;

import java.util.List;

/**
 * The rules of one file.
 *
 * @param name the file's name without its ending
 * @param digest {@code sha256:…} of the file's bytes
 * @param notes what of another tool's pack could not be taken over, one line each; else empty
 */
public record RulePack(String name, String digest, List<Rule> rules, List<String> notes) {

  /** A pack that was taken as it is. */
  public RulePack(String name, String digest, List<Rule> rules) {
    this(name, digest, rules, List.of());
  }

  public RulePack {
    rules = List.copyOf(rules);
    notes = List.copyOf(notes);
  }
}
