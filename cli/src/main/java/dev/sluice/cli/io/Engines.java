package dev.sluice.cli.io;

import dev.sluice.dlp.Engine;
import dev.sluice.dlp.EngineConfig;
import dev.sluice.job.EngineOptions;
import dev.sluice.job.KeyOptions;

/** Opens the engine a command line asks for. Apart from the options: it loads the whole engine. */
public final class Engines {
  private Engines() {}

  public static Engine open(EngineOptions options, KeyOptions key, Terminal terminal) {
    return Engine.create(
        new EngineConfig(
            options.policy(), Packs.load(options.packFiles(), terminal), Keys.open(key, terminal)));
  }
}
