package dev.sluice.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.QuarantineReason;
import org.junit.jupiter.api.Test;

class DecodersTest {
  @Test
  void a_record_without_a_format_is_read_as_canonical_json() {
    assertThat(Decoders.forFormat(Decoders.DEFAULT_FORMAT)).isPresent();
    assertThat(Decoders.defaultDecoder().decode(new byte[0]))
        .isEqualTo(new Decoded.Failed(QuarantineReason.EMPTY_MESSAGE, "BadCapture"));
  }

  @Test
  void an_unknown_format_has_no_decoder() {
    assertThat(Decoders.forFormat("morse")).isEmpty();
    assertThat(Decoders.names()).containsExactly("sluice-json");
  }
}
