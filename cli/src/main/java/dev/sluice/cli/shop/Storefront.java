package dev.sluice.cli.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What customers talk to: log-in, catalogue, cart, account, orders. */
final class Storefront {
  private static final String[] CATEGORIES = {"lamps", "chairs", "rugs", "mugs"};

  private final ShopJwt jwt;
  private final Downstream checkout;
  private final Function<String, Persona> customers;

  Storefront(ShopJwt jwt, Downstream checkout, Function<String, Persona> customers) {
    this.jwt = jwt;
    this.checkout = checkout;
    this.customers = customers;
  }

  void handle(Call call) throws IOException, InterruptedException {
    switch (call.method() + " " + call.path().split("/", 4)[1]) {
      case "POST login" -> login(call);
      case "GET products" -> products(call);
      case "GET search" -> call.json(200, Map.of("query", call.query("q"), "hits", List.of()));
      case "POST cart" -> ifLoggedIn(call, this::cart);
      case "GET account" -> ifLoggedIn(call, this::account);
      case "POST orders" -> ifLoggedIn(call, this::order);
      case "GET orders" -> ifLoggedIn(call, this::orderEvents);
      case "POST events" -> call.send(204, "text/plain", new byte[0]);
      default -> call.problem(404, "no such page");
    }
  }

  private void login(Call call) throws IOException {
    Persona p = customers.apply(call.form("email"));
    if (!p.password().equals(call.form("password"))) {
      call.problem(401, "wrong e-mail or password");
      return;
    }
    String token = jwt.issue(p, Instant.now());
    call.with(
            "Set-Cookie",
            "sid=" + token.substring(token.length() - 32) + "; Path=/; HttpOnly; SameSite=Lax")
        .with("Set-Cookie", "theme=light; Path=/")
        .json(
            200,
            Map.of(
                "accessToken",
                token,
                "tokenType",
                "Bearer",
                "expiresIn",
                3600,
                "user",
                Map.of("email", p.email(), "displayName", p.fullName())));
  }

  private void products(Call call) throws IOException {
    String category = call.query("category").isEmpty() ? CATEGORIES[0] : call.query("category");
    List<Map<String, Object>> items = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put(
          "sku",
          category.substring(0, 3).toUpperCase(java.util.Locale.ROOT) + "-" + (1000 + i * 7));
      item.put(
          "name", "A good " + category.substring(0, category.length() - 1) + " in colour " + i);
      item.put("price", 1990 + i * 350);
      item.put("inStock", i % 5 != 0);
      item.put("image", "https://cdn.shop.example/img/" + category + "/" + i + ".webp");
      items.add(item);
    }
    call.with("ETag", "\"" + category.hashCode() + "\"")
        .json(200, Map.of("category", category, "items", items, "page", 1, "version", "120.0.0.0"));
  }

  private void cart(Call call) throws IOException {
    call.json(200, Map.of("items", List.of(call.json()), "updatedAt", Instant.now().toString()));
  }

  private void account(Call call) throws IOException {
    Persona p = customers.apply(call.query("email"));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("customerId", "cust-" + p.number());
    out.put("firstName", p.firstName());
    out.put("lastName", p.lastName());
    out.put("email", p.email());
    out.put("phone", p.phone());
    out.put("dateOfBirth", p.birthDate());
    out.put("address", address(p));
    out.put("refundIban", p.iban());
    out.put("lastLoginIp", p.ip());
    out.put(
        "preferences",
        Map.of(
            "newsletter",
            p.number() % 2 == 0,
            "language",
            p.country().toLowerCase(java.util.Locale.ROOT)));
    call.json(200, out);
  }

  private void order(Call call) throws IOException, InterruptedException {
    JsonNode in = call.json();
    HttpResponse<byte[]> made =
        checkout.post(
            "/internal/orders",
            in,
            Map.of(
                "Authorization",
                "Bearer " + call.bearer(),
                "X-Forwarded-For",
                call.header("X-Forwarded-For")));
    call.send(made.statusCode(), "application/json", made.body());
  }

  private void orderEvents(Call call) throws IOException {
    String id = call.path().substring("/orders/".length()).replace("/events", "");
    call.events(
        Json.text(Map.of("orderId", id, "status", "PACKED", "at", Instant.now().toString())),
        Json.text(Map.of("orderId", id, "status", "SHIPPED", "at", Instant.now().toString())));
  }

  private void ifLoggedIn(Call call, ShopServer.Handler next)
      throws IOException, InterruptedException {
    if (jwt.isGenuine(call.bearer())) {
      next.handle(call);
    } else {
      call.problem(401, "log in first");
    }
  }

  static Map<String, Object> address(Persona p) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", p.fullName());
    out.put("street", p.street());
    out.put("city", p.city());
    out.put("postalCode", p.postalCode());
    out.put("country", p.country());
    out.put("phone", p.phone());
    return out;
  }
}
