package dev.sluice.catalog.server.http;

import io.javalin.http.Context;

/** Who is calling. Until people log in, everybody who can reach the server is its operator. */
public final class Actor {
  private Actor() {}

  public static String of(Context ctx) {
    return ctx.path().startsWith("/v1/") ? "local:api" : "local:ui";
  }
}
