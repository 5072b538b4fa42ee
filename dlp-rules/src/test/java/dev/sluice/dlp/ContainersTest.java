package dev.sluice.dlp;

import static dev.sluice.dlp.Captures.engine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.Exchange;
import dev.sluice.model.Header;
import dev.sluice.model.Request;
import dev.sluice.model.SluiceJson;
import dev.sluice.model.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A value planted in any container comes out as the same surrogate as in plain JSON, and the
 * message around it byte for byte as it was.
 */
class ContainersTest {
  private static final Engine ENGINE = engine();

  /** Values that are evidence by themselves. */
  private static final Map<String, String> SELF_EVIDENT =
      Map.of(
          "email", "jane.roe@corp-mail.io",
          "cardNumber", "4012888888881881",
          "iban", "DE89370400440532013000",
          "ip_address", "93.184.216.34",
          "ssn", "536-90-4399",
          "accessToken", "gh" + "p_" + "k3J9sLq0ZxV7bN2mR8tYw5UeAaHcPd4F1uHt");

  /** Values that only a name tells. */
  private static final Map<String, String> NAMED =
      Map.of(
          "fullName", "Jane Roe",
          "phoneNumber", "+14155552671",
          "street", "1600 Example Avenue",
          "taxId", "536904399",
          "api_key", "q8Zr5mW1x0Vt7KcY2nLp",
          "username", "jroe77");

  private static final List<String> NEUTRAL = List.of("note", "value", "data", "x");

  @ParameterizedTest
  @EnumSource
  void aNamedFieldIsReplacedAsInJson(Container container) throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Map<String, String> values : List.of(SELF_EVIDENT, NAMED)) {
      for (var entry : values.entrySet()) {
        String field = entry.getKey();
        String expected = surrogate(field, entry.getValue());
        check(container, field, entry.getValue(), expected, wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COOKIE") // any cookie may be a session
  void evidenceInANeutralFieldIsReplacedAsInJson(Container container) throws Exception {
    List<String> wrong = new ArrayList<>();
    for (var entry : SELF_EVIDENT.entrySet()) {
      for (String field : NEUTRAL) {
        String value = entry.getValue();
        String expected = surrogate(field, value);
        check(container, field, value, expected, wrong);
        String in = "Please use " + value + ", thanks";
        check(container, field, in, surrogate(field, in), wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COOKIE") // any cookie may be a session
  void harmlessNeighboursPass(Container container) {
    for (String field : List.of("sku", "title", "count")) {
      Exchange raw = container.plant(field, "42 red & blue things").raw();
      assertThat(describe(ENGINE.sanitize(container.plant(field, "42 red & blue things")), raw))
          .isEmpty();
    }
  }

  private static void check(
      Container container, String field, String value, String expected, List<String> wrong) {
    assertThat(expected).as("surrogate for %s", field).isNotEqualTo(value);
    Verdict verdict = ENGINE.sanitize(container.plant(field, value));
    String problem = describe(verdict, container.plant(field, expected).raw());
    if (!problem.isEmpty()) {
      boolean sentence = value.startsWith("Please");
      wrong.add(field + (sentence ? " (sentence " : " (") + value.length() + "): " + problem);
    }
  }

  /** What is wrong, in words that tell no value; empty if nothing is. */
  private static String describe(Verdict verdict, Exchange expected) {
    if (!(verdict instanceof Verdict.Pass pass)) {
      return "not passed: " + verdict;
    }
    Exchange out = pass.exchange().exchange();
    Request is = out.request();
    Request wanted = expected.request();
    if (!is.url().equals(wanted.url())) {
      return "url";
    }
    boolean sized = lengthIsRight(is);
    if (!sized || !unsigned(is.headers()).equals(unsigned(wanted.headers()))) {
      return "headers";
    }
    return Arrays.equals(unpadded(is), unpadded(wanted))
        ? ""
        : "body, first difference at " + Arrays.mismatch(is.body().bytes(), wanted.body().bytes());
  }

  /** Base64 that needs no padding says nothing about whether it would have any. */
  private static byte[] unpadded(Request request) {
    String text = new String(request.body().bytes(), StandardCharsets.ISO_8859_1);
    return text.replaceAll("=+\"", "\"").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean lengthIsRight(Request request) {
    return request.headers().stream()
        .filter(h -> h.is("content-length"))
        .allMatch(h -> h.value().equals(Integer.toString(request.body().size())));
  }

  private static List<Header> unsigned(List<Header> headers) {
    return headers.stream()
        .filter(h -> !h.is("content-length"))
        .map(h -> new Header(h.name(), h.value().replaceFirst("^eyJ[^.]*\\.([^.]*)\\..*", "$1")))
        .toList();
  }

  private static String surrogate(String field, String value) throws Exception {
    Verdict verdict = ENGINE.sanitize(Container.JSON.plant(field, value));
    Exchange out = ((Verdict.Pass) verdict).exchange().exchange();
    return SluiceJson.mapper().readTree(out.request().body().bytes()).path(field).asText();
  }
}
