package dev.sluice.capture.imports;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The folder of real captures: {@code SLUICE_CAPTURES}, or beside the repository. */
final class RealCaptures {
  private RealCaptures() {}

  /** The folder; the test is skipped where there is none. */
  static Path folder() {
    String configured = System.getenv("SLUICE_CAPTURES");
    Path folder =
        configured == null ? Path.of("..", "..", "shared", "captures") : Path.of(configured);
    assumeTrue(
        Files.isDirectory(Objects.requireNonNull(folder)),
        "real captures are not here; set SLUICE_CAPTURES to their folder");
    return folder;
  }
}
