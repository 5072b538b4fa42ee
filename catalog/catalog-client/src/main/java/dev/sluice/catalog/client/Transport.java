package dev.sluice.catalog.client;

import dev.sluice.model.SluiceException;
import dev.sluice.model.SluiceJson;
import dev.sluice.model.catalog.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sends requests and repeats what may be repeated: a failed connection and a 503, at most {@value
 * #ATTEMPTS} times in all, with a pause that doubles. Thread-safe.
 */
final class Transport {
  private static final int ATTEMPTS = 4;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI base;
  private final Optional<String> token;

  Transport(URI base, Optional<String> token) {
    String text = base.toString();
    this.base = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    this.token = token;
  }

  HttpRequest.Builder request(String path, Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .map(e -> e.getKey() + "=" + encode(e.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(base + path + (query.isEmpty() ? "" : "?" + query)))
            .timeout(TIMEOUT);
    token.ifPresent(t -> builder.header("Authorization", "Bearer " + t));
    return builder;
  }

  HttpRequest.Builder post(String path, Object body) {
    return request(path, Map.of())
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(SluiceJson.bytes(body)));
  }

  /** Any 2xx or 304 answer; everything else throws. */
  HttpResponse<byte[]> send(HttpRequest request, boolean idempotent) {
    HttpResponse<byte[]> response = exchange(request, idempotent);
    int status = response.statusCode();
    if (status / 100 == 2 || status == 304) {
      return response;
    }
    throw CatalogException.refused(problem(response));
  }

  private HttpResponse<byte[]> exchange(HttpRequest request, boolean idempotent) {
    long pause = FIRST_PAUSE.toMillis();
    for (int attempt = 1; ; attempt++) {
      boolean last = !idempotent || attempt == ATTEMPTS;
      try {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 503 || last) {
          return response;
        }
      } catch (IOException e) {
        if (last) {
          throw CatalogException.failed(unreachable(attempt));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw CatalogException.failed("interrupted while waiting for the catalog at " + base);
      }
      pause(pause);
      pause *= 2;
    }
  }

  private String unreachable(int attempts) {
    return "cannot reach the catalog at "
        + base
        + " ("
        + attempts
        + (attempts == 1 ? " attempt" : " attempts")
        + "); check the URL and that `sluice catalog serve` or `sluice up` is running";
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CatalogException.failed("interrupted while waiting to call the catalog again");
    }
  }

  private static Problem problem(HttpResponse<byte[]> response) {
    boolean typed =
        response
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .startsWith("application/problem+json");
    if (typed) {
      try {
        return SluiceJson.read(response.body(), Problem.class);
      } catch (SluiceException e) {
        // A proxy may have cut the body; the status alone still says something.
      }
    }
    return new Problem(
        "about:blank",
        "unexpected answer",
        response.statusCode(),
        "the answer is not the catalog's; is a proxy in between?",
        response.uri().getPath());
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
