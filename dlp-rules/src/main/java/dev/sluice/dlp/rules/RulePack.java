package dev.sluice.dlp.rules;

import java.util.List;

/**
 * The rules of one file.
 *
 * @param name the file's name without its ending
 * @param digest {@code sha256:…} of the file's bytes
 */
public record RulePack(String name, String digest, List<Rule> rules) {

  public RulePack {
    rules = List.copyOf(rules);
  }
}
