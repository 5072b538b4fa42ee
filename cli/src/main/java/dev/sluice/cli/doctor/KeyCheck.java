package dev.sluice.cli.doctor;

import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.flink.access.SecretFile;
import dev.sluice.model.SluiceException;
import java.nio.file.Path;

/** Looks at the tokenization key. */
final class KeyCheck {
  private static final String KEY = "key";

  private KeyCheck() {}

  static Finding file(Path file) {
    try {
      KeyRing ring = KeyRing.fromFile(file);
      if (SecretFile.isExposed(file)) {
        return Finding.fail(
            KEY, file + " can be read by others than its owner", "run: chmod 600 " + file);
      }
      return Finding.ok(KEY, file + " holds the key " + ring.keyId());
    } catch (SluiceException e) {
      return Finding.fail(
          KEY,
          String.valueOf(e.getMessage()),
          "every process that sanitizes needs the same key at the same path");
    }
  }

  static Finding variable(boolean isSet) {
    return isSet
        ? Finding.warn(
            KEY,
            "stands in the environment, which other processes of the same user can read",
            "prefer --key-file with mode 0600")
        : Finding.fail(
            KEY,
            "no key was given",
            "make one with: openssl rand -hex 32 > key; chmod 600 key; and give --key-file key");
  }
}
