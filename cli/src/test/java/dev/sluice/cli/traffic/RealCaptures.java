package dev.sluice.cli.traffic;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Real captures of the importable formats, read in place. Tests that need them are skipped where
 * they are absent.
 */
final class RealCaptures {
  private RealCaptures() {}

  /** Files by format; skips the calling test where there is no folder of captures. */
  static Map<String, List<Path>> byFormat() {
    Path folder =
        Optional.ofNullable(System.getenv("SLUICE_CAPTURES"))
            .map(Path::of)
            .orElse(Path.of("..", "..", "shared", "captures"));
    assumeTrue(
        Files.isDirectory(folder),
        () ->
            "skipped: no folder of real captures at "
                + folder
                + " (set SLUICE_CAPTURES to name one)");
    Map<String, List<Path>> out = new LinkedHashMap<>();
    out.put("HAR", files(folder, ".har"));
    out.put("GoReplay", files(folder, ".gor"));
    out.put(
        "RRPair", files(folder.resolve("speedscale__outerspace-go").resolve("proxymock"), ".md"));
    out.put("RRPair JSONL", files(folder.resolve("speedscale__proxymock-examples"), ".jsonl"));
    return out;
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(f -> f.toString().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
