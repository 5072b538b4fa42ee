package dev.sluice.catalog.server.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;

/** The precompiled pages. Thread-safe. */
final class Templates {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Templates.class.getClassLoader(),
          "dev.sluice.catalog.server.pages");

  void render(Context ctx, String template, Object view) {
    StringOutput out = new StringOutput(16_384);
    engine.render(template, view, out);
    ctx.header("Cache-Control", "no-store");
    ctx.contentType("text/html; charset=utf-8").result(out.toString());
  }
}
