package dev.sluice.cli.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Turns carts into orders and asks the payment gateway for the money. */
final class Checkout {
  private final ShopJwt jwt;
  private final String gatewayKey;
  private final Downstream gateway;
  private final AtomicLong orders = new AtomicLong(50_000);

  Checkout(ShopJwt jwt, String gatewayKey, Downstream gateway) {
    this.jwt = jwt;
    this.gatewayKey = gatewayKey;
    this.gateway = gateway;
  }

  void handle(Call call) throws IOException, InterruptedException {
    if (!jwt.isGenuine(call.bearer())) {
      call.problem(401, "log in first");
    } else if (call.path().equals("/internal/orders") && call.method().equals("POST")) {
      order(call);
    } else {
      call.problem(404, "no such resource");
    }
  }

  private void order(Call call) throws IOException, InterruptedException {
    JsonNode in = call.json();
    String id = "ord-" + orders.incrementAndGet();
    HttpResponse<byte[]> paid =
        gateway.post(
            "/v1/charges",
            charge(id, in),
            Map.of(
                "Authorization", "Bearer " + gatewayKey,
                "Idempotency-Key", id + "-" + in.path("customer").path("email").asText().length()));
    if (paid.statusCode() >= 500) {
      call.problem(502, "payment is not available");
      return;
    }
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("orderId", id);
    out.put("status", paid.statusCode() == 200 ? "PAID" : "PAYMENT_DECLINED");
    out.put("createdAt", Instant.now().toString());
    out.put("customer", in.path("customer"));
    out.put("shippingAddress", in.path("shippingAddress"));
    out.put("items", in.path("items"));
    out.put("total", in.path("total"));
    out.put("payment", Json.read(paid.body()));
    call.json(paid.statusCode() == 200 ? 201 : 402, out);
  }

  private static Map<String, Object> charge(String id, JsonNode in) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("reference", id);
    out.put("amount", in.path("total").asInt());
    out.put("currency", "EUR");
    out.put("receipt_email", in.path("customer").path("email").asText());
    out.put("card", in.path("card"));
    out.put("billing_details", in.path("shippingAddress"));
    out.put(
        "metadata",
        Json.text(Map.of("order", id, "email", in.path("customer").path("email").asText())));
    return out;
  }
}
