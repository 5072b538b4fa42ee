package dev.sluice.cli.timeline;

import dev.sluice.dlp.Engine;
import dev.sluice.dlp.EngineConfig;
import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.flink.policy.Entry;
import dev.sluice.flink.policy.PolicyBundle;
import dev.sluice.flink.policy.Publication;
import dev.sluice.flink.policy.SourceText;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

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

  /** Digest of the newest entry; empty if there is none. */
  public static String head(List<Entry> entries) {
    return entries.isEmpty() ? "" : entries.get(entries.size() - 1).digest();
  }

  /** The same with other packs, which take the place of those of their file names. */
  public static PolicyBundle withPacks(
      PolicyBundle published, List<Path> packs, List<String> removed) {
    LinkedHashMap<String, SourceText> all = new LinkedHashMap<>();
    published.packs().ifPresent(there -> there.forEach(p -> all.put(p.name(), p)));
    for (String name : removed) {
      if (all.remove(name) == null) {
        throw new SluiceException("no pack " + name + " is published; see sluice policy list");
      }
    }
    packs.stream().map(Published::source).forEach(p -> all.put(p.name(), p));
    return published.withPacks(List.copyOf(all.values()));
  }

  /** The same with another policy and the files it names, which stand beside it. */
  public static PolicyBundle withPolicy(PolicyBundle published, Path file) {
    TreeMap<String, String> named = new TreeMap<>();
    SourceText source = source(file);
    Policy.parse(source.name(), source.text(), name -> beside(file, name, named));
    return published.withPolicy(source, named);
  }

  private static String beside(Path file, String name, TreeMap<String, String> named) {
    try {
      return named.computeIfAbsent(name, n -> text(file.resolveSibling(n)));
    } catch (SluiceException e) {
      throw new UncheckedIOException(new IOException("unreadable"));
    }
  }

  /** Its policy; the built-in one where jobs use what they were started with. */
  public static Policy policy(PolicyBundle bundle) {
    return bundle.config(started()).policy();
  }

  /**
   * Makes the engine as the job will: what fails here never reaches the topic.
   *
   * @return the engine's digest, if it does not depend on what jobs were started with
   */
  public static String prove(PolicyBundle bundle) {
    String digest = Engine.create(bundle.config(started())).policyDigest();
    return bundle.policy().isPresent() && bundle.packs().isPresent() ? digest : "";
  }

  static EngineConfig started() {
    return new EngineConfig(Policy.defaults(), RulePacks.builtin(), KeyRing.random());
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
