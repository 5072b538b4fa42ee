package dev.sluice.catalog.server.http;

import dev.sluice.catalog.server.problem.ErrorCode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * What stands in front of every request: security headers, refusal of writes that another site
 * started, and of foreign host names on a loopback listener (DNS rebinding).
 */
public final class Guard {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final boolean loopback;

  public Guard(String listenHost) {
    this.loopback = isLoopback(listenHost);
  }

  public void routes(RoutesConfig routes) {
    routes.before(Guard::headers);
    routes.before(this::refuse);
  }

  private static void headers(Context ctx) {
    ctx.header(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("X-Frame-Options", "DENY");
    ctx.header("Referrer-Policy", "same-origin");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
  }

  private void refuse(Context ctx) {
    String host = lower(ctx.header("Host"));
    if (loopback && !LOOPBACK.contains(withoutPort(host))) {
      throw ErrorCode.CROSS_ORIGIN.with("this catalog answers to localhost only");
    }
    if (!SAFE.contains(ctx.method().name()) && !sameOrigin(ctx, host)) {
      throw ErrorCode.CROSS_ORIGIN.with("changes must come from the catalog's own pages");
    }
  }

  /** Browsers send Origin or Sec-Fetch-Site with every write; other clients send neither. */
  private static boolean sameOrigin(Context ctx, String host) {
    String site = lower(ctx.header("Sec-Fetch-Site"));
    if (!site.isEmpty() && !site.equals("same-origin") && !site.equals("none")) {
      return false;
    }
    String origin = lower(ctx.header("Origin"));
    return origin.isEmpty() || authority(origin).equals(host);
  }

  private static String authority(String origin) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String withoutPort(String host) {
    return host.replaceFirst(":\\d{1,5}$", "");
  }

  private static String lower(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "" : value.toLowerCase(Locale.ROOT);
  }

  /** Whether only this machine can reach a listener on that host. */
  public static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
