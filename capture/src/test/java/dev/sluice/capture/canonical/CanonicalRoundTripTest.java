package dev.sluice.capture.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.capture.Decoded;
import dev.sluice.model.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalRoundTripTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void every_exchange_comes_back_as_it_was_written(long seed) {
    RandomExchanges exchanges = new RandomExchanges(seed);
    for (int i = 0; i < 500; i++) {
      Exchange written = exchanges.next();
      assertThat(decode(CanonicalWriter.write(written))).isEqualTo(written);
    }
  }

  @Test
  void an_exchange_is_one_line() {
    RandomExchanges exchanges = new RandomExchanges(42);
    for (int i = 0; i < 500; i++) {
      assertThat(CanonicalWriter.write(exchanges.next())).doesNotContain('\n', '\r');
    }
  }

  @Test
  void writing_what_was_read_gives_the_same_bytes() {
    RandomExchanges exchanges = new RandomExchanges(7);
    for (int i = 0; i < 500; i++) {
      byte[] line = CanonicalWriter.write(exchanges.next());
      assertThat(CanonicalWriter.write(decode(line))).isEqualTo(line);
    }
  }

  @Test
  void fields_that_nobody_knows_are_kept_as_tags() {
    Exchange read =
        decode(
            """
            {"ts":"2026-11-22T12:00:00.1234567+01:00","env":"prod","service":"shop",
             "direction":"inbound","region":{"zone":[1,1.50,null]},"rack":"r1","tags":{"rack":"t"},
             "request":{"method":"GET","url":"https://shop.example/","flag":true}}
            """
                .getBytes(StandardCharsets.UTF_8));
    assertThat(read.tags())
        .containsEntry("region", "{\"zone\":[1,1.50,null]}")
        .containsEntry("rack", "t")
        .containsEntry("_rack", "\"r1\"")
        .containsEntry("request.flag", "true")
        .hasSize(4);
    assertThat(read.id()).isEmpty();
    assertThat(read.ts()).isEqualTo("2026-11-22T11:00:00.123456Z");
  }

  @Test
  void what_the_capture_could_not_carry_is_noted() {
    Decoded decoded =
        CanonicalReader.decode(
            """
            {"ts":"2026-11-22T12:00:00Z","env":"prod","service":"shop","direction":"outbound",
             "request":{"method":"GET","url":"https://shop.example/"},"response":{}}
            """
                .getBytes(StandardCharsets.UTF_8));
    assertThat(decoded).isInstanceOf(Decoded.Ok.class);
    assertThat(((Decoded.Ok) decoded).capture().fidelity())
        .isEqualTo(List.of("protocol-assumed", "no-latency", "no-status"));
  }

  private static Exchange decode(byte[] json) {
    Decoded decoded = CanonicalReader.decode(json);
    assertThat(decoded).isInstanceOf(Decoded.Ok.class);
    return ((Decoded.Ok) decoded).capture().raw();
  }
}
