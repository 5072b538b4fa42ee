package dev.sluice.capture.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.capture.Decoded;
import dev.sluice.capture.canonical.CanonicalReader;
import dev.sluice.capture.canonical.CanonicalWriter;
import dev.sluice.capture.internal.RawJson;
import dev.sluice.model.Capture;
import org.junit.jupiter.api.Test;

class SyntheticTrafficTest {
  private static final int SOME = 200;

  @Test
  void aSeedAlwaysGivesTheSameTraffic() {
    SyntheticTraffic one = SyntheticTraffic.dense(7);
    SyntheticTraffic two = SyntheticTraffic.dense(7);
    for (int i = 0; i < SOME; i++) {
      assertThat(one.next().raw().equals(two.next().raw())).isTrue();
    }
    assertThat(
            SyntheticTraffic.dense(8).next().raw().equals(SyntheticTraffic.dense(7).next().raw()))
        .isFalse();
  }

  @Test
  void everyExchangeIsACanonicalCapture() {
    SyntheticTraffic traffic = SyntheticTraffic.clean(1);
    for (int i = 0; i < SOME; i++) {
      Capture made = traffic.next();
      Decoded read = CanonicalReader.decode(CanonicalWriter.write(made.raw()));
      assertThat(read).isInstanceOf(Decoded.Ok.class);
      assertThat(((Decoded.Ok) read).capture().raw().equals(made.raw())).isTrue();
    }
  }

  @Test
  void thePlainDocumentHoldsTheBodiesAsJson() throws Exception {
    SyntheticTraffic traffic = SyntheticTraffic.dense(1);
    for (int i = 0; i < SOME; i++) {
      Capture made = traffic.next();
      JsonNode document = RawJson.MAPPER.readTree(PlainJson.of(made));
      assertThat(document.at("/response/body").isObject()).isTrue();
      assertThat(document.at("/request/headers")).hasSameSizeAs(made.raw().request().headers());
    }
  }
}
