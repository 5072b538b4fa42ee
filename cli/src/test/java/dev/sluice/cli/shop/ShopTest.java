package dev.sluice.cli.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.model.Direction;
import dev.sluice.model.Exchange;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShopTest {
  private static final int SESSIONS = 40;

  @Test
  void sessionsPassEveryProxyAndEndInOrdersPaymentsAndSomeErrors() {
    Queue<Exchange> recorded = new ConcurrentLinkedQueue<>();
    ShopStats stats;
    try (Shop shop = Shop.start(new ShopConfig(7, "prod", 0, recorded::add))) {
      shop.drive(SESSIONS);
      stats = shop.stats();
    }

    assertThat(stats.sessions()).isEqualTo(SESSIONS);
    assertThat(stats.failures()).isZero();
    assertThat(
            recorded.stream()
                .map(e -> e.service() + " " + e.direction().wireName())
                .collect(Collectors.toSet()))
        .isEqualTo(
            Set.of(
                "storefront inbound",
                "storefront outbound",
                "checkout inbound",
                "checkout outbound",
                "payment-gateway inbound"));
    List<Integer> statuses =
        recorded.stream()
            .map(e -> e.response().orElseThrow().status())
            .distinct()
            .sorted()
            .toList();
    assertThat(statuses).contains(200, 201, 204, 401);
    assertThat(
            recorded.stream()
                .filter(
                    e -> e.service().equals("storefront") && e.direction() == Direction.INBOUND))
        .hasSize((int) stats.requests());
  }

  @Test
  void oneCustomersMailAddressStandsInLogInOrderAndPayment() {
    Queue<Exchange> recorded = new ConcurrentLinkedQueue<>();
    try (Shop shop = Shop.start(new ShopConfig(7, "prod", 0, recorded::add))) {
      shop.drive(SESSIONS);
    }
    Set<String> charged =
        recorded.stream()
            .filter(e -> e.service().equals("payment-gateway"))
            .map(e -> Json.read(e.request().body().bytes()).path("receipt_email").asText())
            .collect(Collectors.toSet());
    Set<String> ordered =
        recorded.stream()
            .filter(e -> e.service().equals("checkout") && e.direction() == Direction.INBOUND)
            .map(e -> Json.read(e.request().body().bytes()))
            .map((JsonNode order) -> order.path("customer").path("email").asText())
            .collect(Collectors.toSet());
    assertThat(charged).isNotEmpty().isEqualTo(ordered);
  }

  @Test
  void theSameSeedMakesTheSamePersonas() {
    assertThat(Personas.make(3, 5))
        .isEqualTo(Personas.make(3, 5))
        .isNotEqualTo(Personas.make(4, 5));
  }
}
