package dev.sluice.catalog.server.http;

import dev.sluice.catalog.server.problem.ErrorCode;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SluiceJson;
import io.javalin.http.Context;
import java.util.Locale;

/** JSON bodies both ways, in the one form of Sluice. */
final class Json {
  private Json() {}

  static void write(Context ctx, Object document) {
    ctx.contentType("application/json").result(SluiceJson.bytes(document));
  }

  /** The request body; only {@code application/json} is taken, so no form of another site fits. */
  static <T> T read(Context ctx, Class<T> type) {
    String contentType = ctx.header("Content-Type");
    if (contentType == null
        || !contentType.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw ErrorCode.NOT_JSON.with("send the body with Content-Type: application/json");
    }
    T document;
    try {
      document = SluiceJson.read(ctx.bodyAsBytes(), type);
    } catch (SluiceException e) {
      throw ErrorCode.BAD_REQUEST.with("the body is " + e.getMessage());
    }
    if (document == null) {
      throw ErrorCode.BAD_REQUEST.with("the body is empty");
    }
    return document;
  }
}
