package dev.sluice.cli.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The partner that charges cards. Declines some, and is down for a few. */
final class PaymentGateway {
  private final String apiKey;

  PaymentGateway(String apiKey) {
    this.apiKey = apiKey;
  }

  void handle(Call call) throws IOException {
    if (!call.bearer().equals(apiKey)) {
      call.problem(401, "unknown API key");
    } else if (call.path().equals("/v1/charges")) {
      charge(call);
    } else {
      call.problem(404, "no such resource");
    }
  }

  private void charge(Call call) throws IOException {
    JsonNode in = call.json();
    String reference = in.path("reference").asText();
    // Spread, because references count up and neighbours would all share one fate.
    int luck = Math.floorMod((reference.hashCode() * 0x9E3779B9) >>> 8, 100);
    if (luck < 2) {
      call.with("Retry-After", "1").problem(503, "gateway overloaded");
      return;
    }
    boolean declined = luck < 8;
    String pan = in.path("card").path("number").asText();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", "ch_" + Math.floorMod(reference.hashCode() * 31L, 100_000_000L));
    out.put("status", declined ? "declined" : "succeeded");
    out.put("amount", in.path("amount").asInt());
    out.put("currency", in.path("currency").asText());
    out.put("created", Instant.now().getEpochSecond());
    out.put(
        "card",
        Map.of(
            "last4",
            pan.substring(Math.max(0, pan.length() - 4)),
            "brand",
            pan.startsWith("4") ? "visa" : "mastercard"));
    out.put("receipt_email", in.path("receipt_email").asText());
    out.put("risk", Map.of("level", luck > 90 ? "elevated" : "normal"));
    call.with("Request-Id", "req_" + Integer.toHexString(reference.hashCode()))
        .json(declined ? 402 : 200, out);
  }
}
