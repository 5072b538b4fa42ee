package dev.sluice.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SealLimitsTest {
  private static final TreeMap<String, Long> QUARANTINED =
      new TreeMap<>(Map.of("residual-finding", 1L, "original-survived", 1L, "too-deep", 8L));
  private static final TreeMap<String, Long> NOTES =
      new TreeMap<>(
          Map.of("response.body:placeholder", 3L, "request.body:content-type-mismatch", 2L));

  private static final List<Uniqueness> UNIQUE = List.of(new Uniqueness("person", 4, 1));

  private static SealLimits limits(double ratio, long residual, long unknown, long exchanges) {
    return new SealLimits(
        Optional.of(ratio),
        Optional.of(residual),
        Optional.of(unknown),
        Optional.of(exchanges),
        Optional.of(0.25));
  }

  @Test
  void whatLiesOnALimitKeepsIt() {
    assertThat(limits(0.1, 2, 5, 90).breaches(90, QUARANTINED, NOTES, UNIQUE)).isEmpty();
    assertThat(SealLimits.NONE.breaches(0, QUARANTINED, NOTES, UNIQUE)).isEmpty();
    assertThat(limits(0, 0, 0, 0).breaches(0, new TreeMap<>(), new TreeMap<>(), List.of()))
        .isEmpty();
  }

  @Test
  void eachLimitThatIsNotKeptIsToldWithItsNumbers() {
    assertThat(limits(0.09, 1, 4, 91).breaches(90, QUARANTINED, NOTES, UNIQUE))
        .containsExactly(
            "quarantined ratio: 0.1000 is above 0.09",
            "residual findings: 2 is above 1",
            "unknown bodies: 5 is above 4",
            "exchanges: 90 is below 91");
  }

  @Test
  void aSetInWhichTooManyAreAloneIsNamed() {
    List<Uniqueness> sets =
        List.of(new Uniqueness("person", 4, 1), new Uniqueness("device", 100, 26));

    assertThat(limits(1, 9, 9, 0).breaches(90, QUARANTINED, NOTES, sets))
        .containsExactly("uniqueness of device: 0.2600 is above 0.25");
  }

  @Test
  void termsWrittenBeforeThereWereLimitsHaveNone() {
    String old =
        """
        {"provenance":{"engineVersion":"0.1.0","profile":"strict","policyDigest":"sha256:00",\
        "rulePackDigests":{},"keyId":"k"}}""";
    PolicyTerms terms = SluiceJson.read(old.getBytes(StandardCharsets.UTF_8), PolicyTerms.class);

    assertThat(terms.block().isEmpty()).isTrue();
    assertThat(terms.approve()).isEmpty();
    assertThat(terms.quasiIdentifiers()).isEmpty();
    assertThat(SluiceJson.read(SluiceJson.bytes(terms), PolicyTerms.class)).isEqualTo(terms);
  }
}
