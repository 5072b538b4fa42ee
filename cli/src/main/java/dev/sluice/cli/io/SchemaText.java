package dev.sluice.cli.io;

import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** JSON Schemas of the files that people write. */
public final class SchemaText {
  private SchemaText() {}

  /**
   * The schema's text.
   *
   * @param name {@code rules} or {@code policy}
   */
  public static String of(String name) {
    String resource = "/dev/sluice/dlp/" + name + "-schema.json";
    try (InputStream in = RulePacks.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new SluiceException("the jar lacks " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    } catch (IOException e) {
      throw new SluiceException("cannot read " + resource + " from the jar");
    }
  }
}
