package dev.sluice.catalog.server.http;

import dev.sluice.catalog.server.problem.ErrorCode;
import dev.sluice.model.ContentDigest;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files the pages need, and the API description. A fixed list: no path is ever resolved. */
public final class Assets {
  private static final String ROOT = "/dev/sluice/catalog/assets/";
  private static final Map<String, String> TYPES =
      Map.of(
          "catalog.css", "text/css; charset=utf-8",
          "catalog.js", "text/javascript; charset=utf-8",
          "htmx.min.js", "text/javascript; charset=utf-8",
          "uPlot.iife.min.js", "text/javascript; charset=utf-8",
          "uPlot.min.css", "text/css; charset=utf-8",
          "icon.svg", "image/svg+xml",
          "openapi.yaml", "application/yaml");

  private record Asset(byte[] bytes, String type, String digest) {}

  private final Map<String, Asset> assets = new LinkedHashMap<>();

  public Assets() {
    TYPES.forEach((name, type) -> assets.put(name, load(name, type)));
  }

  public void routes(RoutesConfig routes) {
    routes.get("/assets/{name}", ctx -> serve(ctx, ctx.pathParam("name")));
    routes.get("/openapi.yaml", ctx -> serve(ctx, "openapi.yaml"));
    routes.get("/favicon.ico", ctx -> serve(ctx, "icon.svg"));
  }

  private void serve(Context ctx, String name) {
    Asset asset = assets.get(name);
    if (asset == null) {
      throw ErrorCode.NOT_FOUND.with("no such file");
    }
    if (!Etags.unchanged(ctx, asset.digest())) {
      ctx.contentType(asset.type()).result(asset.bytes());
    }
  }

  private static Asset load(String name, String type) {
    try (InputStream in = Assets.class.getResourceAsStream(ROOT + name)) {
      if (in == null) {
        throw new IllegalStateException("the catalog's jar lacks " + name);
      }
      byte[] bytes = in.readAllBytes();
      return new Asset(bytes, type, ContentDigest.of(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
