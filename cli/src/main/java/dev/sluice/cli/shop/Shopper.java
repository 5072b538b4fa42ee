package dev.sluice.cli.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/** Plays one persona's visit: look around, log in, fill a cart, buy, watch the parcel. */
final class Shopper {
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI front;
  private final AtomicLong requests;
  private final AtomicLong failures;

  Shopper(URI front, AtomicLong requests, AtomicLong failures) {
    this.front = front;
    this.requests = requests;
    this.failures = failures;
  }

  void visit(Persona p, long seed) throws InterruptedException {
    Random r = new Random(seed);
    String[] categories = {"lamps", "chairs", "rugs", "mugs"};
    get(p, "/products?category=" + categories[r.nextInt(4)], "");
    get(p, "/search?q=" + enc("gift for " + p.firstName()), "");
    if (r.nextInt(10) == 0) {
      login(p, "not-" + p.password());
    }
    String token = login(p, p.password()).path("accessToken").asText();
    get(p, "/account?email=" + enc(p.email()), token);
    get(p, "/products?category=" + categories[r.nextInt(4)] + "&page=2", token);
    send(
        p,
        "/cart",
        "application/json",
        Json.text(Map.of("sku", "LAM-1007", "quantity", 1 + r.nextInt(3))),
        token);
    events(p, token);
    if (r.nextInt(4) != 0) {
      JsonNode order = send(p, "/orders", "application/json", order(p, r), token);
      if (order.path("status").asText().equals("PAID")) {
        get(p, "/orders/" + order.path("orderId").asText() + "/events", token);
      }
    }
    if (r.nextInt(12) == 0) {
      get(p, "/wishlist", token);
    }
  }

  private JsonNode login(Persona p, String password) throws InterruptedException {
    String form = "email=" + enc(p.email()) + "&password=" + enc(password) + "&remember=on";
    return send(p, "/login", "application/x-www-form-urlencoded", form, "");
  }

  private void events(Persona p, String token) throws InterruptedException {
    String lines =
        Json.text(Map.of("event", "view", "user", p.email(), "ts", System.currentTimeMillis()))
            + "\n"
            + Json.text(
                Map.of("event", "add_to_cart", "sku", "LAM-1007", "ts", System.currentTimeMillis()))
            + "\n";
    send(p, "/events", "application/x-ndjson", lines, token);
  }

  private static String order(Persona p, Random r) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("customer", Map.of("email", p.email(), "phone", p.phone(), "name", p.fullName()));
    out.put("shippingAddress", Storefront.address(p));
    out.put(
        "items",
        List.of(
            Map.of("sku", "LAM-1007", "quantity", 1 + r.nextInt(3)),
            Map.of("sku", "MUG-1014", "quantity", 1)));
    out.put("coupons", r.nextInt(5) == 0 ? List.of("WELCOME10") : List.of());
    out.put("total", 2_000 + r.nextInt(30_000));
    out.put(
        "card",
        Map.of(
            "number", p.card(), "expiry", p.cardExpiry(), "cvv", p.cvv(), "holder", p.fullName()));
    out.put("note", "Please call " + p.phone() + " before delivery, thank you!");
    return Json.text(out);
  }

  private JsonNode get(Persona p, String path, String token) throws InterruptedException {
    return answer(request(p, path, token).GET());
  }

  private JsonNode send(Persona p, String path, String type, String body, String token)
      throws InterruptedException {
    return answer(
        request(p, path, token)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(Persona p, String path, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(front.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("User-Agent", p.userAgent())
            .header("Accept-Encoding", "gzip")
            .header("X-Forwarded-For", p.ip());
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
      request.header("Cookie", "sid=" + token.substring(token.length() - 32) + "; theme=light");
    }
    return request;
  }

  private JsonNode answer(HttpRequest.Builder request) throws InterruptedException {
    requests.incrementAndGet();
    try {
      HttpResponse<java.io.InputStream> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (java.io.InputStream in = response.body()) {
        boolean zipped =
            response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        return Json.read(zipped ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes());
      }
    } catch (IOException e) {
      failures.incrementAndGet();
      return Json.read(new byte[0]);
    }
  }

  private static String enc(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
