package dev.sluice.catalog.server.http;

import dev.sluice.catalog.server.problem.ErrorCode;
import dev.sluice.catalog.server.problem.ProblemException;
import dev.sluice.model.SluiceJson;
import dev.sluice.snapshot.store.StoreException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever was thrown into a problem document, or a page where a browser asked. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** Draws a problem as a page. */
  public interface ErrorPage {
    void render(Context ctx, ProblemException problem);
  }

  private final ErrorPage page;

  public Problems(ErrorPage page) {
    this.page = page;
  }

  public void routes(RoutesConfig routes) {
    routes.exception(ProblemException.class, (e, ctx) -> answer(ctx, e));
    routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, translate(e)));
    routes.exception(
        StoreException.class,
        (e, ctx) ->
            answer(ctx, ErrorCode.STORE_UNAVAILABLE.with("the object store refused or is away")));
    routes.exception(JdbiException.class, (e, ctx) -> answer(ctx, database(e)));
    routes.exception(Exception.class, (e, ctx) -> answer(ctx, internal(e)));
  }

  private void answer(Context ctx, ProblemException e) {
    ctx.status(e.code().status());
    String accept = ctx.header("Accept");
    if (!ctx.path().startsWith("/v1/") && accept != null && accept.contains("text/html")) {
      page.render(ctx, e);
      return;
    }
    ctx.contentType("application/problem+json")
        .result(SluiceJson.bytes(e.toProblem(instance(ctx))));
  }

  /** The path only, shortened; a query may hold what somebody searched for. */
  private static String instance(Context ctx) {
    String path = ctx.path();
    return path.length() > 200 ? path.substring(0, 200) : path;
  }

  private static ProblemException translate(HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 -> ErrorCode.NOT_FOUND.with("see /openapi.yaml for what exists");
      case 405 -> ErrorCode.METHOD_NOT_ALLOWED.with("see /openapi.yaml for what exists");
      case 413 -> ErrorCode.TOO_LARGE.with("bodies are limited to 64 KiB");
      default -> ErrorCode.BAD_REQUEST.with("the request could not be read");
    };
  }

  /** SQL states of class 08, and 57P: no connection, or the server stops or starts. */
  private static ProblemException database(JdbiException e) {
    boolean away = e instanceof ConnectionException;
    for (Throwable t = e.getCause(); t != null && !away; t = t.getCause()) {
      String state = t instanceof SQLException sql ? sql.getSQLState() : null;
      away = state != null && (state.startsWith("08") || state.startsWith("57P"));
    }
    return away
        ? ErrorCode.DATABASE_UNAVAILABLE.with("the catalog's database is away; try again")
        : internal(e);
  }

  /** The exception's text may hold input: the log gets its class, the client a reference. */
  private static ProblemException internal(Exception e) {
    String reference = UUID.randomUUID().toString();
    StackTraceElement[] trace = e.getStackTrace();
    LOG.error(
        "failure {}: {} at {}",
        reference,
        e.getClass().getName(),
        trace.length == 0 ? "?" : trace[0]);
    return ErrorCode.INTERNAL.with("look for " + reference + " in the catalog's log");
  }
}
