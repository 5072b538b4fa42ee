package dev.sluice.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sluice.capture.Decoded;
import dev.sluice.capture.canonical.CanonicalReader;
import dev.sluice.capture.canonical.CanonicalWriter;
import dev.sluice.dlp.Engine;
import dev.sluice.dlp.EngineConfig;
import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.model.Body;
import dev.sluice.model.QuarantineReason;
import dev.sluice.model.Response;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.Verdict;
import java.nio.charset.StandardCharsets;

/**
 * Fuzz target: a line of canonical JSON through reader, sanitizer, second look and full re-scan. A
 * build runs it on the inputs in {@code CanonicalFuzzTestInputs} only; see docs/fuzzing.md.
 */
class CanonicalFuzzTest {
  private static final String SECRET = "kq318zw@corp-mail.io";
  private static final Engine ENGINE =
      Engine.create(
          new EngineConfig(
              Policy.defaults().withFullRescanShare(1.0),
              RulePacks.builtin(),
              KeyRing.of(new byte[32])));

  /** {@code @SECRET@} in the input stands for an e-mail address that no body may still hold. */
  @FuzzTest
  void aCanonicalLineEndsInAVerdictAndWhatPassesIsReadAgainWithoutTheOriginal(byte[] data) {
    String line = new String(data, StandardCharsets.UTF_8).replace("@SECRET@", SECRET);
    Decoded read = CanonicalReader.decode(line.getBytes(StandardCharsets.UTF_8));
    if (read instanceof Decoded.Ok ok) {
      assertSound(ENGINE.sanitize(ok.capture()));
    }
  }

  private static void assertSound(Verdict verdict) {
    if (verdict instanceof Verdict.Quarantine quarantine) {
      assertThat(quarantine.reason()).isNotEqualTo(QuarantineReason.INTERNAL_ERROR);
    }
    if (verdict instanceof Verdict.Pass pass) {
      assertWithoutTheOriginal(pass.exchange());
      Decoded again = CanonicalReader.decode(CanonicalWriter.write(pass.exchange()));
      assertThat(again instanceof Decoded.Ok).isTrue();
    }
  }

  private static void assertWithoutTheOriginal(SanitizedExchange exchange) {
    assertThat(holds(exchange.exchange().request().body())).isFalse();
    Body answer = exchange.exchange().response().map(Response::body).orElse(Body.EMPTY);
    assertThat(holds(answer)).isFalse();
  }

  private static boolean holds(Body body) {
    return new String(body.bytes(), StandardCharsets.ISO_8859_1).contains(SECRET);
  }
}
