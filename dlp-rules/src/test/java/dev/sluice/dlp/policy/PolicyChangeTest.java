package dev.sluice.dlp.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class PolicyChangeTest {
  private static final Set<String> DROP = Set.of("drop");
  private static final String HEALTH = "drop: [{name: health, method: GET, path: /health}]";

  @Test
  void aChangeOfTheNamedSettingIsNoOther() {
    assertThat(isOnlyDrop("threshold: 0.4\n", "threshold: 0.4\n" + HEALTH)).isTrue();
    assertThat(isOnlyDrop("threshold: 0.4\n", "threshold: 0.4\n")).isTrue();
    assertThat(isOnlyDrop("threshold: 0.4\n", HEALTH)).isFalse();
    assertThat(isOnlyDrop("", "allow: [shop]")).isFalse();
  }

  @Test
  void partsAreLookedInto() {
    String part = "for: [{services: pay, threshold: 0.4}]";
    String more = "for: [{services: pay, threshold: 0.4, %s}, {services: shop, %s}]";
    String other = "for: [{services: pay, threshold: 0.3, %s}]";

    assertThat(isOnlyDrop(part, more.formatted(HEALTH, HEALTH))).isTrue();
    assertThat(isOnlyDrop("", "for: [{services: shop, %s}]".formatted(HEALTH))).isTrue();
    assertThat(isOnlyDrop(part, other.formatted(HEALTH))).isFalse();
    assertThat(isOnlyDrop(part, "")).isFalse();
  }

  private static boolean isOnlyDrop(String before, String after) {
    return PolicyChange.isOnlyIn(DROP, parse(before), parse(after));
  }

  private static Policy parse(String yaml) {
    return Policy.parse("p.yaml", yaml, name -> "");
  }
}
