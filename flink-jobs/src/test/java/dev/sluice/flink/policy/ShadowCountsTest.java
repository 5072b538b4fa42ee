package dev.sluice.flink.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.Engine;
import dev.sluice.dlp.EngineConfig;
import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.flink.stack.Captures;
import dev.sluice.model.Capture;
import dev.sluice.model.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShadowCountsTest {
  private static final KeyRing KEYS = KeyRing.random();
  private static final Capture CAPTURE =
      new Capture(Captures.exchange("checkout", 7, Captures.yesterday()), List.of());

  private static Verdict under(String policy) {
    Policy parsed = Policy.parse("policy.yaml", policy, name -> "");
    return Engine.create(new EngineConfig(parsed, RulePacks.builtin(), KEYS)).sanitize(CAPTURE);
  }

  private static ShadowCounts compare(String now, String then) {
    return ShadowCounts.compare(3, under(now), under(then));
  }

  @Test
  void whatIsTreatedAlikeDoesNotDiffer() {
    ShadowCounts counts = compare("", "windows: {default: 1m}");

    assertThat(counts).isEqualTo(new ShadowCounts(3, 1, 0, 0, counts.verdicts(), counts.rules()));
    assertThat(counts.rules()).isEmpty();
    assertThat(counts.verdicts()).isEmpty();
  }

  @Test
  void findingsThatComeGoOrAreReplacedOtherwiseAreCountedByRule() {
    ShadowCounts.Change gone =
        compare("", "disabledRules: [email-address]").rules().get("email-address");
    ShadowCounts.Change come =
        compare("disabledRules: [email-address]", "").rules().get("email-address");
    ShadowCounts.Change altered =
        compare("", "transforms: {EMAIL_ADDRESS: redact}").rules().get("email-address");

    assertThat(gone).isEqualTo(new ShadowCounts.Change(0, 2, 0));
    assertThat(come).isEqualTo(new ShadowCounts.Change(2, 0, 0));
    assertThat(altered).isEqualTo(new ShadowCounts.Change(0, 0, 2));
  }

  @Test
  void otherVerdictsAreCountedByReason() {
    ShadowCounts sum =
        compare("", "services: [other]").plus(compare("", "drop: [{path: /orders/*}]"));

    assertThat(sum.verdicts()).containsOnlyKeys("pass to filtered", "pass to undeclared-service");
    assertThat(sum.exchanges()).isEqualTo(2);
    assertThat(sum.differing()).isEqualTo(2);
  }
}
