package dev.sluice.cli.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.capture.Decoded;
import dev.sluice.capture.imports.ImportDefaults;
import dev.sluice.capture.imports.ImportSource;
import dev.sluice.capture.imports.Importers;
import dev.sluice.dlp.Engine;
import dev.sluice.dlp.EngineConfig;
import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.policy.Profile;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.model.Capture;
import dev.sluice.model.Direction;
import dev.sluice.model.Finding;
import dev.sluice.model.SluiceException;
import dev.sluice.model.Verdict;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How much of real captures sanitizing alters under the profile balanced, and by which rules. */
class AlteredValuesTest {
  /**
   * Bounds a little above what was measured, as shares of all values, sensitive ones included: they
   * stop a growth, and say nothing of how many harmless values are altered. In queries most are
   * visitors' ids; in headers cookies, credentials, ETags, request ids and versions in User-Agent.
   */
  private static final Map<String, Double> MOST =
      Map.of("json", 0.010, "query", 0.04, "header", 0.14);

  private final Altered altered = new Altered();
  private final Map<String, Long> rules = new TreeMap<>();

  @Test
  void fewValuesOfRealCapturesAreAlteredAndJsonKeepsItsStructure() {
    Engine engine =
        Engine.create(
            new EngineConfig(
                Policy.defaults().withProfile(Profile.BALANCED),
                RulePacks.builtin(),
                KeyRing.of(key())));
    for (List<Path> files : RealCaptures.byFormat().values()) {
      files.forEach(file -> read(file, engine));
    }
    System.out.println("findings of real captures by rule and transform: " + rules);
    MOST.forEach(
        (kind, most) -> {
          System.out.println(kind + ": " + altered.altered(kind) + " of " + altered.all(kind));
          assertThat(altered.all(kind)).as(kind).isGreaterThan(500);
          assertThat((double) altered.altered(kind) / altered.all(kind)).as(kind).isLessThan(most);
        });
    assertThat(altered.broken()).as("keys, types and lengths that changed").isZero();
  }

  private void read(Path file, Engine engine) {
    try (ImportSource source =
        Importers.open(file, new ImportDefaults("prod", Optional.empty(), Direction.INBOUND))) {
      while (source.hasNext()) {
        if (source.next() instanceof Decoded.Ok ok) {
          compare(ok.capture(), engine.sanitize(ok.capture()));
        }
      }
    } catch (SluiceException e) {
      // Some files end in .har and are none.
      return;
    }
  }

  private void compare(Capture capture, Verdict verdict) {
    if (verdict instanceof Verdict.Pass pass) {
      altered.compare(capture.raw(), pass.exchange().exchange());
      for (Finding finding : pass.exchange().findings()) {
        rules.merge(finding.ruleId() + "/" + finding.transform(), 1L, Long::sum);
      }
    }
  }

  private static byte[] key() {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 5);
    return key;
  }
}
