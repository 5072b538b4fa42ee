package dev.sluice.cli.io;

import dev.sluice.dlp.rules.RulePack;
import dev.sluice.dlp.rules.RulePacks;
import java.nio.file.Path;
import java.util.List;

/** Loads rule packs and says where one of another tool could not be taken over whole. */
public final class Packs {
  private Packs() {}

  public static List<RulePack> load(List<Path> files, Terminal terminal) {
    List<RulePack> packs = RulePacks.load(files);
    for (RulePack pack : packs) {
      if (!pack.notes().isEmpty()) {
        terminal.note(
            "pack "
                + pack.name()
                + ": "
                + pack.notes().size()
                + " parts cannot be taken over as they are; `sluice rules test` lists them");
      }
    }
    return packs;
  }
}
