package dev.sluice.dlp.walk;

import dev.sluice.model.ContentDigest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** Capture ids: those of a form that can hold no address are kept, all others are replaced. */
final class Ids {
  private static final Pattern KEPT =
      Pattern.compile(
          "[0-7][0-9A-HJKMNP-TV-Z]{25}"
              + "|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
              + "|[a-z]{2}-[0-9]{1,12}");

  private Ids() {}

  static boolean isKept(String id) {
    return id.length() <= 36 && KEPT.matcher(id).matches();
  }

  /** A UUID from a surrogate, so that the id has a kept form. */
  static String keyed(String surrogate) {
    byte[] hash = ContentDigest.sha256().digest(surrogate.getBytes(StandardCharsets.UTF_8));
    return UUID.nameUUIDFromBytes(hash).toString();
  }
}
