package dev.sluice.cli.cluster;

import dev.sluice.model.Body;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import dev.sluice.model.Request;
import dev.sluice.model.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * Secrets made up for this run, of which each stands in one place of one exchange only. Not
 * thread-safe.
 */
final class Canaries {
  private static final int KINDS = 3;

  private final Map<String, String> services = new LinkedHashMap<>();
  private int planted;

  /** All secrets so far; their order is that of {@link #services}. */
  Set<String> values() {
    return services.keySet();
  }

  /** In whose traffic each one stands, in order. */
  List<String> services() {
    return List.copyOf(services.values());
  }

  /**
   * The exchange with secrets in URL, headers, cookies and bodies; each call takes other bodies.
   */
  Exchange plant(Exchange e) {
    int kind = planted++ % KINDS;
    List<Header> headers = new ArrayList<>(e.request().headers());
    headers.removeIf(h -> h.is("content-type") || h.is("authorization") || h.is("cookie"));
    headers.add(new Header("authorization", "Bearer " + jwt(secret(e))));
    headers.add(new Header("cookie", "sid=" + secret(e)));
    headers.add(new Header("x-contact", mail(e)));
    headers.add(new Header("x-payload", base64("{\"email\":\"" + mail(e) + "\"}")));
    headers.add(
        new Header(
            "content-type", kind == 1 ? "application/x-www-form-urlencoded" : "application/json"));
    if (kind == 2) {
      headers.add(new Header("content-encoding", "gzip"));
    }
    String url = "https://shop.example/reset/" + secret(e) + "?token=" + secret(e);
    return new Exchange(
        e.id(),
        e.ts(),
        e.env(),
        e.service(),
        e.direction(),
        e.protocol(),
        e.durationMicros(),
        new Request("POST", url, headers, body(e, kind)),
        Optional.of(answer(e)),
        e.trace(),
        e.tags());
  }

  private Body body(Exchange e, int kind) {
    if (kind == 1) {
      return Body.ofText("email=" + mail(e).replace("@", "%40") + "&password=" + secret(e));
    }
    String json = "{\"user\":{\"email\":\"" + mail(e) + "\",\"password\":\"" + secret(e) + "\"}}";
    return kind == 2 ? Body.of(gzip(json)) : Body.ofText(json);
  }

  private Response answer(Exchange e) {
    return new Response(
        200,
        List.of(
            new Header("content-type", "application/json"),
            new Header("set-cookie", "session=" + secret(e) + "; HttpOnly")),
        Body.ofText("{\"access_token\":\"" + secret(e) + "\",\"mail\":\"" + mail(e) + "\"}"));
  }

  private String secret(Exchange e) {
    return known(e, UUID.randomUUID().toString().replace("-", ""));
  }

  private String mail(Exchange e) {
    return known(e, "canary" + UUID.randomUUID().toString().replace("-", "") + "@mail.example.org");
  }

  private String known(Exchange e, String value) {
    services.put(value, e.service());
    return value;
  }

  private static String jwt(String claim) {
    return url64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")
        + "."
        + url64("{\"sub\":\"" + claim + "\"}")
        + "."
        + url64("0123456789abcdef0123456789abcdef");
  }

  private static String url64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(text));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(utf8(text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(utf8(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
