package dev.sluice.dlp.rules;

import dev.sluice.dlp.rules.foreign.GitleaksPack;
import dev.sluice.dlp.rules.foreign.PresidioPack;
import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads rule packs and proves their examples. */
public final class RulePacks {

  private static final List<String> BUILTIN =
      List.of(
          "generic",
          "financial",
          "banking",
          "securities",
          "ids-north-america",
          "ids-latin-america",
          "ids-british-isles",
          "ids-germany",
          "ids-europe-west",
          "ids-europe-north",
          "ids-europe-south",
          "ids-europe-east",
          "ids-india",
          "ids-east-asia",
          "ids-south-east-asia",
          "ids-pacific",
          "ids-africa-middle-east",
          "ids-general",
          "health",
          "network",
          "web",
          "credentials-generic",
          "credentials-assigned",
          "credentials-fields",
          "credentials-clouds",
          "credentials-hosting",
          "credentials-infrastructure",
          "credentials-monitoring",
          "credentials-code",
          "credentials-registries",
          "credentials-messaging",
          "credentials-saas",
          "credentials-tools",
          "credentials-business",
          "credentials-prefixed",
          "credentials-payments",
          "credentials-ai",
          "credentials-named",
          "sessions",
          "tracking",
          "time",
          "time-ids",
          "dates",
          "field-names");

  private RulePacks() {}

  /**
   * The packs that come with Sluice, in a fixed order; read once per process. Their examples are
   * proven when Sluice is built.
   */
  public static List<RulePack> builtin() {
    return Builtin.PACKS;
  }

  /**
   * The built-in packs followed by those of the files, in the order given.
   *
   * @throws RulePackException if a file cannot be read, or a rule or one of its examples is wrong
   */
  public static List<RulePack> load(List<Path> extra) {
    return withBuiltin(extra.stream().map(RulePacks::read).toList());
  }

  /**
   * The built-in packs followed by those given.
   *
   * @throws RulePackException if two rules have one id
   */
  public static List<RulePack> withBuiltin(List<RulePack> extra) {
    List<RulePack> packs = new ArrayList<>(builtin());
    packs.addAll(extra);
    refuseDuplicates(packs);
    return List.copyOf(packs);
  }

  /**
   * Reads and proves one file: a pack of our own, a Gitleaks configuration ({@code .toml}) or
   * Presidio recognizers (YAML with {@code recognizers:}).
   */
  public static RulePack read(Path path) {
    try {
      return read(path.toString(), Files.readAllBytes(path));
    } catch (IOException e) {
      throw RulePackException.at(
          path.toString(), 1, "", "the file cannot be read", "Check its path and permissions.");
    }
  }

  /** The same from a file's bytes; {@code file} is its path, and what errors call it. */
  public static RulePack read(String file, byte[] bytes) {
    String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    String name = last.replaceFirst("\\.(ya?ml|toml)$", "");
    if (file.endsWith(".toml")) {
      return GitleaksPack.read(file, name, digest(bytes), bytes);
    }
    return PresidioPack.isOne(bytes)
        ? PresidioPack.read(file, name, digest(bytes), bytes)
        : read(file, name, bytes);
  }

  /** Reads and proves a pack from its bytes; {@code file} is what errors call it. */
  public static RulePack read(String file, String name, byte[] yaml) {
    RulePack pack = readUnproven(file, name, yaml);
    pack.rules().forEach(rule -> RuleProver.prove(file, rule));
    return pack;
  }

  private static RulePack readUnproven(String file, String name, byte[] yaml) {
    RuleFields fields =
        new RuleFields(
            file, YamlReader.read(file, yaml), "a pack", Set.of("pack", "about", "rules"));
    List<Rule> rules = new ArrayList<>();
    for (YamlNode node : fields.items("rules")) {
      rules.add(new RuleReader(file, node).read());
    }
    if (rules.isEmpty()) {
      throw fields.error(1, "there are no rules", "Write `rules:` and a list of rules.");
    }
    RulePack pack = new RulePack(fields.text("pack", name), digest(yaml), rules);
    refuseDuplicates(List.of(pack));
    return pack;
  }

  private static void refuseDuplicates(List<RulePack> packs) {
    Map<String, String> owners = new HashMap<>();
    for (RulePack pack : packs) {
      for (Rule rule : pack.rules()) {
        String other = owners.put(rule.id(), pack.name());
        if (other != null) {
          throw RulePackException.at(
              pack.name(),
              rule.line(),
              rule.id(),
              "pack " + other + " has a rule of that id too",
              "Rename one.");
        }
      }
    }
  }

  private static String digest(byte[] bytes) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return "sha256:" + HexFormat.of().formatHex(sha256.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new SluiceException("this Java runtime has no SHA-256", e);
    }
  }

  /** Loaded on first use. */
  private static final class Builtin {
    static final List<RulePack> PACKS = loadAll();

    private static List<RulePack> loadAll() {
      List<RulePack> packs = BUILTIN.stream().map(Builtin::load).toList();
      refuseDuplicates(packs);
      return packs;
    }

    private static RulePack load(String name) {
      String resource = "/dev/sluice/dlp/packs/" + name + ".yaml";
      try (InputStream in = RulePacks.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new SluiceException("the jar lacks the rule pack " + name);
        }
        return readUnproven(name + ".yaml", name, in.readAllBytes());
      } catch (IOException e) {
        throw new SluiceException("the rule pack " + name + " cannot be read from the jar", e);
      }
    }
  }
}
