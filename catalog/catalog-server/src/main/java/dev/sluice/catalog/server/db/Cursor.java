package dev.sluice.catalog.server.db;

import dev.sluice.catalog.server.problem.ErrorCode;
import dev.sluice.model.SnapshotId;
import dev.sluice.model.catalog.SnapshotSummary;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a page ended: the last row's window start and id. The next page holds what sorts after it,
 * so rows inserted meanwhile neither repeat nor hide one.
 */
public record Cursor(long windowStartMicros, String id) {

  static Cursor after(SnapshotSummary last) {
    return new Cursor(Micros.of(last.windowStart()), last.id());
  }

  /** The opaque text clients hand back. */
  public String text() {
    byte[] bytes = (windowStartMicros + ":" + id).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Reads {@link #text()}; anything else is a bad request. */
  public static Cursor parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int colon = plain.indexOf(':');
      String id = plain.substring(colon + 1);
      if (colon > 0 && SnapshotId.isWellFormed(id)) {
        return new Cursor(Long.parseLong(plain.substring(0, colon)), id);
      }
    } catch (IllegalArgumentException e) {
      // Falls through: not a cursor of ours.
    }
    throw ErrorCode.BAD_REQUEST.with("not a cursor; start again without one");
  }
}
