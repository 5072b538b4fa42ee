package dev.sluice.catalog.server.http;

import io.javalin.http.Context;
import java.util.Arrays;

/** Strong ETags and {@code If-None-Match} (RFC 9110, 8.8.3 and 13.1.2). */
final class Etags {
  private Etags() {}

  /** Sets the ETag; true when the client has this version, and the answer is an empty 304. */
  static boolean unchanged(Context ctx, String tag) {
    String etag = '"' + tag + '"';
    ctx.header("ETag", etag);
    ctx.header("Cache-Control", "private, no-cache");
    String known = ctx.header("If-None-Match");
    boolean same =
        known != null
            && Arrays.stream(known.split(",", -1))
                .map(String::strip)
                .map(t -> t.startsWith("W/") ? t.substring(2) : t)
                .anyMatch(t -> t.equals(etag) || t.equals("*"));
    if (same) {
      ctx.status(304);
    }
    return same;
  }
}
