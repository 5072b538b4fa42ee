package dev.sluice.dlp.rules.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.Detector;
import dev.sluice.dlp.detect.Place;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.rules.RulePack;
import dev.sluice.dlp.rules.RulePackException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GitleaksPackTest {
  private static final String TOKEN = "acme_" + "k3Zq9".repeat(4);

  @Test
  void theSecretGroupIsTheSpan() {
    List<Candidate> found =
        scan(
            """
            [[rules]]
            id = "acme-token"
            regex = '''(key|token)\\s*=\\s*(acme_[a-z0-9A-Z]{20})'''
            secretGroup = 2
            keywords = ["acme_"]
            """,
            "token = " + TOKEN + ";");

    assertThat(found).singleElement().satisfies(c -> assertThat(c.start()).isEqualTo(8));
    assertThat(found.get(0).length()).isEqualTo(TOKEN.length());
    assertThat(found.get(0).rule().id()).isEqualTo("gitleaks-acme-token");
  }

  @Test
  void withoutSecretGroupTheFirstGroupThatTookPartIsTheSpan() {
    String toml =
        """
        [[rules]]
        id = "either"
        regex = '''a=([0-9]{4})|b=([0-9]{4})'''
        """;

    assertThat(scan(toml, "b=1234"))
        .singleElement()
        .satisfies(c -> assertThat(c.start()).isEqualTo(2));
  }

  @Test
  void entropyKeywordsAndStopWordsDecide() {
    String toml =
        """
        [[rules]]
        id = "generic"
        regex = '''secret=([a-z0-9]{8,})'''
        entropy = 2.5
        keywords = ["SECRET"]
        [[rules.allowlists]]
        stopwords = ["example"]
        """;

    assertThat(scan(toml, "secret=q8w7e6r5t4")).hasSize(1);
    assertThat(scan(toml, "secret=aaaaaaaaaa")).isEmpty();
    assertThat(scan(toml, "secret=q8w7example6")).isEmpty();
  }

  @Test
  void allowlistsLookAtValueMatchOrLine() {
    String rule =
        """
        [[rules]]
        id = "number"
        regex = '''id=([0-9]{4})'''
        [[rules.allowlists]]
        regexTarget = "%s"
        regexes = ['''%s''']
        """;

    assertThat(scan(rule.formatted("secret", "^1111$"), "id=1111 id=2222")).hasSize(1);
    assertThat(scan(rule.formatted("match", "^id=1111$"), "id=1111 id=2222")).hasSize(1);
    assertThat(scan(rule.formatted("line", "# test"), "id=1111 # test\nid=2222")).hasSize(1);
  }

  @Test
  void conditionAndNeedsBoth() {
    String toml =
        """
        [[rules]]
        id = "number"
        regex = '''id=([0-9a-z]{4})'''
        [[rules.allowlists]]
        condition = "AND"
        regexes = ['''^1''']
        stopwords = ["x"]
        """;

    assertThat(scan(toml, "id=1111 id=xxxx id=1xxx")).hasSize(2);
  }

  @Test
  void aCompositeRuleNeedsItsCompanionNear() {
    String toml =
        """
        [[rules]]
        id = "pair-secret"
        regex = '''sec-([0-9]{4})'''
        [[rules.required]]
        id = "pair-id"
        withinLines = 1
        [[rules]]
        id = "pair-id"
        regex = '''acc-([0-9]{4})'''
        skipReport = true
        """;

    assertThat(scan(toml, "acc-1111\nsec-2222"))
        .singleElement()
        .satisfies(c -> assertThat(c.rule().id()).isEqualTo("gitleaks-pair-secret"));
    assertThat(scan(toml, "acc-1111\n\n\nsec-2222")).isEmpty();
    assertThat(scan(toml, "acc-1111")).isEmpty();
  }

  @Test
  void columnsBoundACompanionToo() {
    String toml =
        """
        [[rules]]
        id = "pair-secret"
        regex = '''sec-([0-9]{4})'''
        [[rules.required]]
        id = "pair-id"
        withinLines = 0
        withinColumns = 20
        [[rules]]
        id = "pair-id"
        regex = '''acc-([0-9]{4})'''
        """;

    assertThat(scan(toml, "acc-1111 sec-2222")).hasSize(2);
    assertThat(scan(toml, "acc-1111" + " ".repeat(30) + "sec-2222")).hasSize(1);
  }

  @Test
  void aRuleForAssignmentsReadsTheNameOfAField() {
    RulePack pack =
        read(
            """
            [[rules]]
            id = "assignment"
            regex = '''(?i)acme[a-z_]*["']?\\s*[=:]\\s*["']([a-z0-9]{10})["']'''
            keywords = ["acme"]
            """);
    Detector detector = Detector.of(List.of(pack));

    assertThat(detector.detect("q8w7e6r5t4", ValueContext.of(Place.BODY_FIELD, "acme_key")))
        .singleElement()
        .satisfies(c -> assertThat(c.start()).isZero())
        .satisfies(c -> assertThat(c.end()).isEqualTo(10));
    assertThat(detector.detect("q8w7e6r5t4", ValueContext.of(Place.BODY_FIELD, "other"))).isEmpty();
  }

  @Test
  void whatCannotBeTakenOverIsReported() {
    RulePack pack =
        read(
            """
            [extend]
            useDefault = true
            [[rules]]
            id = "look"
            regex = '''a(?!b)c'''
            [[rules]]
            id = "file"
            path = '''\\.pem$'''
            [[rules]]
            id = "fine"
            regex = '''fine-[0-9]+'''
            """);

    assertThat(pack.rules()).hasSize(1);
    assertThat(pack.notes()).hasSize(3).anyMatch(n -> n.contains(":4: look: left out"));
  }

  @Test
  void brokenTomlNamesItsLine() {
    assertThatThrownBy(() -> read("[[rules]]\nid = \"x\nregex = 1"))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining("gitleaks.toml:2");
  }

  private static List<Candidate> scan(String toml, String text) {
    return Detector.of(List.of(read(toml))).detect(text, ValueContext.text());
  }

  private static RulePack read(String toml) {
    return GitleaksPack.read(
        "gitleaks.toml", "gitleaks", "sha256:0", toml.getBytes(StandardCharsets.UTF_8));
  }
}
