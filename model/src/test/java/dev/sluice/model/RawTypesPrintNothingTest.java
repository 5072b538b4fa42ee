package dev.sluice.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RawTypesPrintNothingTest {
  private static final String CANARY = "canary-7f3a";

  private static Exchange exchange() {
    List<Header> headers = List.of(new Header(CANARY, CANARY));
    return new Exchange(
        CANARY,
        Instant.EPOCH,
        "prod",
        "checkout",
        Direction.INBOUND,
        "HTTP/1.1",
        OptionalLong.of(5),
        new Request("GET", "https://" + CANARY + "/", headers, Body.ofText(CANARY), headers),
        Optional.of(
            new Response(
                200, headers, Body.truncated(CANARY.getBytes(StandardCharsets.UTF_8)), headers)),
        new Trace(Optional.of(CANARY), Optional.empty()),
        Map.of(CANARY, CANARY));
  }

  @Test
  void noTypeThatMayHoldRawTextPrintsIt() {
    Exchange e = exchange();
    assertThat(
            List.of(
                e.toString(),
                new Capture(e).toString(),
                e.request().toString(),
                e.response().orElseThrow().toString(),
                e.request().body().toString(),
                e.request().headers().toString(),
                e.trace().toString()))
        .noneMatch(text -> text.contains(CANARY));
    assertThat(new Capture(e).toString()).matches("\\[raw, \\d+ bytes]");
  }

  @Test
  void anUnreadableDocumentIsNotRepeatedInTheError() {
    byte[] bad = ("{\"exchanges\": \"" + CANARY + "\"").getBytes(StandardCharsets.UTF_8);
    Throwable thrown = catchThrowable(() -> SluiceJson.read(bad, SnapshotManifest.class));
    assertThat(thrown).isInstanceOf(SluiceException.class).hasNoCause();
    assertThat(thrown.getMessage()).doesNotContain(CANARY).contains("SnapshotManifest");
  }

  @Test
  void everyReasonCodeReadsBack() {
    for (QuarantineReason reason : QuarantineReason.values()) {
      assertThat(reason.code()).matches("[a-z0-9-]+");
      assertThat(QuarantineReason.ofCode(reason.code())).isEqualTo(reason);
    }
  }
}
