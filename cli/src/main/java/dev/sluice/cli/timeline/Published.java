package dev.sluice.cli.timeline;

import dev.sluice.flink.policy.Entry;
import dev.sluice.flink.policy.PolicyBundle;
import dev.sluice.flink.policy.Publication;
import dev.sluice.flink.policy.SourceText;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What stands on a timeline, and files that are to stand there. */
public final class Published {
  private Published() {}

  /** The newest that decides, or what jobs were started with. */
  public static PolicyBundle newest(List<Entry> entries, Publication.Kind kind) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).isUsable() && entries.get(i).publication().kind() == kind) {
        return entries.get(i).publication().bundle();
      }
    }
    return PolicyBundle.AS_STARTED;
  }

  /** A file's text. */
  public static SourceText source(Path file) {
    return new SourceText(String.valueOf(file.getFileName()), text(file));
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new SluiceException(
          file + ": cannot be read as UTF-8 text. Check the path and the permissions.");
    }
  }
}
