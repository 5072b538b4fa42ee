package dev.sluice.cli.io;

import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.job.KeyOptions;
import dev.sluice.model.SluiceException;
import java.util.Optional;

/** Finds the tokenization key. */
public final class Keys {
  private Keys() {}

  /** The key that was given, or a throw-away one, which is said. */
  public static KeyRing open(KeyOptions options, Terminal terminal) {
    return given(options, terminal)
        .orElseGet(
            () -> {
              terminal.note(
                  "no key given (--key-file or SLUICE_KEY): using a throw-away one;"
                      + " surrogates of two runs will differ");
              return KeyRing.random();
            });
  }

  /** The key that was given; without one the command ends. */
  public static KeyRing require(KeyOptions options, Terminal terminal) {
    return given(options, terminal)
        .orElseThrow(
            () ->
                new SluiceException(
                    "no tokenization key: give --key-file FILE or set SLUICE_KEY"
                        + " (make one with: openssl rand -hex 32 > key; chmod 600 key)"));
  }

  private static Optional<KeyRing> given(KeyOptions options, Terminal terminal) {
    if (options.file().isPresent()) {
      return options.file().map(KeyRing::fromFile);
    }
    return Optional.ofNullable(terminal.environment().get(KeyOptions.VARIABLE))
        .filter(text -> !text.isBlank())
        .map(text -> KeyRing.fromEnv());
  }
}
