package dev.sluice.dlp;

import static dev.sluice.dlp.Captures.POLICY;
import static dev.sluice.dlp.Captures.capture;
import static dev.sluice.dlp.Captures.engine;
import static dev.sluice.dlp.Captures.get;
import static dev.sluice.dlp.Captures.json;
import static dev.sluice.dlp.Captures.pass;
import static dev.sluice.dlp.Captures.responseText;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.policy.Profile;
import dev.sluice.model.Capture;
import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import dev.sluice.model.SanitizedExchange;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrictProfileTest {
  private final Engine engine = engine(POLICY.withProfile(Profile.STRICT));

  @TempDir private Path dir;

  @Test
  void whatNobodyCalledSafeIsReplaced() {
    String after =
        responseText(
            pass(
                engine,
                capture(
                    get("https://s.example/x"),
                    json("{\"mood\":\"melancholic\",\"n\":3,\"story\":\"a b c d e f g\"}"))));

    assertThat(after).doesNotContain("melancholic").contains("\"n\":3").contains("lorem ipsum d");
  }

  @Test
  void whatStandsBesideAFindingIsReplacedToo() {
    String story = "Write to ana.lima@mail-host.net about her knee and her divorce";
    String after =
        responseText(
            pass(
                engine,
                capture(
                    get("https://s.example/x"),
                    json("{\"note\":\"" + story + "\",\"tag\":\"knee;ana.lima@mail-host.net\"}"))));

    assertThat(after).doesNotContain("knee").doesNotContain("divorce").doesNotContain("ana.lima");
    assertThat(after).containsPattern("\"tag\":\"[a-z]{4};u[0-9a-z]{16}@example.com\"");
  }

  @Test
  void queryHeadersCookiesAndVariableSegmentsAreContent() {
    Exchange after =
        pass(
                engine,
                capture(
                    get(
                        "https://s.example/orders/ab12cd34ef/lines/7?mood=blue&page=2",
                        "X-Channel",
                        "melancholic",
                        "Accept",
                        "text/html",
                        "Cookie",
                        "theme=blue"),
                    json("{}")))
            .exchange();

    assertThat(after.request().url())
        .matches("https://s.example/orders/[a-z0-9]{10}/lines/7\\?mood=[a-z]{4}&page=2")
        .doesNotContain("ab12cd34ef")
        .doesNotContain("blue");
    assertThat(after.request().headers())
        .contains(new Header("Accept", "text/html"))
        .extracting(Header::value)
        .noneMatch(v -> v.contains("melancholic") || v.contains("blue"));
  }

  @Test
  void onlyListedFieldsAndOnlyListedValuesStay() throws IOException {
    Engine listed =
        listed(
            """
            fields:
              - endpoint: GET /orders/*
                direction: inbound
                status: 2xx
                keep:
                  - {path: "response.body:$.state", values: [PAID, OPEN]}
                  - {path: "response.body:$.colour"}
            """);
    String body = "{\"state\":\"%s\",\"colour\":\"%s\",\"other\":\"PAID\"}";

    String url = "https://s.example/orders/17";
    String paid =
        responseText(pass(listed, capture(get(url), json(body.formatted("PAID", "teal")))));
    assertThat(paid)
        .contains("\"state\":\"PAID\"")
        .contains("teal")
        .doesNotContain("\"other\":\"P");
    String secret =
        responseText(pass(listed, capture(get(url), json(body.formatted("SICK", "teal")))));
    assertThat(secret).doesNotContain("SICK");
    String elsewhere =
        responseText(
            pass(
                listed, capture(get("https://s.example/x"), json(body.formatted("PAID", "teal")))));
    assertThat(elsewhere).doesNotContain("PAID").doesNotContain("teal");
  }

  @Test
  void oncePathsAreReviewedAnUnknownSegmentIsUnsafe() throws IOException {
    Engine listed = listed("fields:\n  - {endpoint: GET /users/*/orders, keep: []}\n");
    Exchange after =
        pass(listed, capture(get("https://s.example/users/annabell/orders"), json("{}")))
            .exchange();

    assertThat(after.request().url()).matches("https://s.example/users/[a-z]{8}/orders");
    assertThat(after.request().url()).doesNotContain("annabell");
  }

  @Test
  void fillerIsNotReplacedAgain() {
    String body = "{\"a\":\"lorem ipsum\",\"b\":\"lorem ipsum dolor sit ame\"}";
    String other = "{\"a\":\"ipsum lorem\",\"b\":\"lorem ipsum dolor, Jane\"}";
    assertThat(responseText(pass(engine, capture(get("https://s.example/x"), json(body)))))
        .isEqualTo(body);
    assertThat(responseText(pass(engine, capture(get("https://s.example/x"), json(other)))))
        .doesNotContain("ipsum lorem")
        .doesNotContain("Jane");
  }

  @Test
  void aSecondRunChangesNothing() {
    SanitizedExchange once =
        pass(
            engine,
            capture(
                get("https://s.example/x?q=u8Zr41kPq09sMv7LtY2wXb"),
                json(
                    "{\"code\":\"Qz81mmT0pLw55RtXnV2bYc\",\"story\":\"once upon a time there"
                        + " was\",\"short\":\"a b c d e\"}")));

    assertThat(pass(engine, new Capture(once.exchange())).exchange()).isEqualTo(once.exchange());
  }

  @Test
  void aListLearnedFromTrafficKeepsItsEnumsAndNothingElse() throws IOException {
    FieldSurvey survey = new FieldSurvey();
    Engine balanced = engine();
    for (int i = 0; i < 40; i++) {
      survey.add(pass(balanced, order(i)));
    }
    String yaml = new FieldProposal(10, 20, 5).yaml(survey);
    assertThat(yaml)
        .contains("endpoint: \"GET /orders/*\"  # 40 exchanges")
        .contains("- path: \"response.body:$.state\"  # 40 seen, 2 different, like AAAA")
        .contains("values: [\"OPEN\", \"PAID\"]")
        .contains("# not safe unseen: response.body:$.comment")
        .contains("# not safe unseen: response.body:$.email  40 seen")
        .contains("holds findings")
        .doesNotContain("hidden")
        .doesNotContain("mail-host");

    Engine strict = listed(yaml);
    for (int i = 100; i < 120; i++) {
      String after = responseText(pass(strict, order(i)));
      assertThat(after)
          .containsPattern("\"state\":\"(OPEN|PAID)\"")
          .doesNotContain("hidden")
          .doesNotContain("customer");
    }
  }

  private static Capture order(int i) {
    String body =
        "{\"state\":\"%s\",\"comment\":\"hidden-%d\",\"email\":\"customer%d@mail-host.net\"}";
    return capture(
        "ex-" + i,
        get("https://s.example/orders/" + (1000 + i)),
        Optional.of(json(body.formatted(i % 2 == 0 ? "OPEN" : "PAID", i, i))));
  }

  private Engine listed(String yaml) throws IOException {
    Files.writeString(dir.resolve("fields.yaml"), yaml);
    Path policy =
        Files.writeString(
            dir.resolve("policy.yaml"),
            "profile: strict\nsafeFields: fields.yaml\nfullRescanShare: 1\n");
    return engine(Policy.load(policy));
  }

  @Test
  void tokensThatWereSignedAgainPass() {
    String payload = "{\"sub\":\"u-1029\",\"email\":\"ana.lima@mail-host.net\",\"exp\":1790000000}";
    String token =
        b64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + b64(payload) + "." + b64("-".repeat(32));
    String after =
        responseText(
            pass(
                engine,
                capture(
                    get("https://s.example/login"), json("{\"accessToken\":\"" + token + "\"}"))));

    assertThat(after).contains("\"accessToken\":\"ey").doesNotContain(token);
  }

  /** One in some hundred surrogates of an IBAN is hex of readable text. */
  @Test
  void surrogatesThatLookEncodedByChancePass() {
    for (int i = 0; i < 3_000; i++) {
      String bban = "37040044" + String.format("%010d", i * 1_234_567L % 10_000_000_000L);
      BigInteger digits = new BigInteger(bban + "131400");
      int check = 98 - digits.mod(BigInteger.valueOf(97)).intValue();
      String iban = "DE" + String.format("%02d", check) + bban;

      pass(engine, capture(get("https://s.example/x"), json("{\"refundIban\":\"" + iban + "\"}")));
    }
  }

  private static String b64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
