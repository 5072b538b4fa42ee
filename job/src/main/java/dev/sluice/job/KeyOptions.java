package dev.sluice.job;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where the tokenization key is. There is no option for the key itself: process lists show those.
 */
public final class KeyOptions {
  /** The environment variable that holds a key. */
  public static final String VARIABLE = "SLUICE_KEY";

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "File with the tokenization key; otherwise SLUICE_KEY.")
  private @Nullable Path file;

  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }
}
