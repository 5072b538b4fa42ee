package dev.sluice.dlp;

import static dev.sluice.dlp.Captures.engine;
import static dev.sluice.dlp.Captures.headers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.Body;
import dev.sluice.model.Capture;
import dev.sluice.model.Header;
import dev.sluice.model.Request;
import dev.sluice.model.Response;
import dev.sluice.model.SanitizedExchange;
import dev.sluice.model.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seeded random records, each holding one marked address in a random encoding and place. */
class FuzzTest {
  private static final int ROUNDS = 400;
  private static final String MARK = "915533";
  private static final List<String> TYPES =
      List.of(
          "application/json",
          "text/plain",
          "application/x-www-form-urlencoded",
          "text/event-stream",
          "multipart/form-data; boundary=b",
          "application/xml",
          "");

  private final Engine engine = engine();

  @TempDir Path temp;

  @Test
  void noThrowableHoldsTheInputEvenWhereItIsCaughtAtOnce() {
    List<String> messages =
        Thrown.messages(
            temp.resolve("thrown.jfr"),
            () -> {
              for (int seed = 0; seed < ROUNDS; seed++) {
                Random random = new Random(seed);
                engine.sanitize(capture(random, "kq" + MARK + seed + "zw@corp-mail.io", "f"));
                engine.sanitize(capture(random, "7071-05-" + MARK, "f"));
              }
            });

    assertThat(messages).as("the recorder sees throwables").hasSizeGreaterThan(10);
    // Counts: a failed assertion must not print what was found.
    assertThat(messages.stream().filter(m -> m.contains(MARK)).count()).isZero();
    assertThat(messages.stream().filter(m -> m.contains("7071-05")).count()).isZero();
  }

  @Test
  void neitherVerdictsNorOutputsHoldTheInput() {
    int passed = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      String secret = "kq" + (100_000 + seed) + "zw@corp-mail.io";
      Capture capture = capture(random, secret, "fuzz " + seed);

      Verdict verdict = engine.sanitize(capture);

      assertThat(verdict.toString()).as("seed %s", seed).doesNotContain(secret);
      if (verdict instanceof Verdict.Pass pass) {
        passed++;
        assertAbsent(pass.exchange(), secret, seed);
      }
    }
    assertThat(passed).isGreaterThan(ROUNDS / 2);
  }

  private static Capture capture(Random random, String secret, String id) {
    String type = TYPES.get(random.nextInt(TYPES.size()));
    String body = body(random, encoded(random, secret));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(10) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    Request request =
        new Request(
            "POST",
            "https://s.example/x?q=" + percent(encoded(random, secret)) + "#" + random.nextInt(),
            headers("Content-Type", type, "X-Note", encoded(random, secret)),
            Body.of(bytes));
    Response response =
        new Response(200, headers("Content-Type", "application/json"), Body.of(bytes));
    return Captures.capture(id, request, Optional.of(response));
  }

  private static String body(Random random, String value) {
    return switch (random.nextInt(13)) {
      case 0 -> "{\"a\":[{\"note\":\"" + value + "\"}]}";
      case 1 -> "{\"inner\":\"{\\\"note\\\":\\\"" + value + "\\\"}\"}";
      case 2 -> "note=" + percent(value) + "&x=1";
      case 3 -> "data: {\"delta\":\"" + value + "\"}\n\ndata: [DONE]\n\n";
      case 4 ->
          "--b\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n" + value + "\r\n--b--\r\n";
      case 5 -> "<a b=\"1\">" + value + "</a>";
      case 6 -> "{\"" + value + "\":1,\"broken\":";
      case 7 -> "{\"note\":" + value + "}";
      case 8 -> "{\"n\":[1, " + value + "],\"m\":-}";
      case 9 -> token("{\"alg\":" + value + "}", "{\"sub\":\"x\"}");
      case 10 -> "{\"t\":\"" + token("{\"alg\":\"HS256\"}", "{\"note\":" + value) + "\"}";
      case 11 -> "{\"dateOfBirth\":\"" + value + "\",\"created\":\"" + value + " 25:61\"}";
      default -> "plain text with " + value + " in it";
    };
  }

  private static String token(String header, String claims) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return base64.encodeToString(header.getBytes(StandardCharsets.UTF_8))
        + "."
        + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2lnbmF0dXJl";
  }

  private static String encoded(Random random, String secret) {
    byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(4)) {
      case 0 -> Base64.getEncoder().encodeToString(utf8);
      case 1 -> HexFormat.of().formatHex(utf8);
      case 2 -> percent(secret);
      default -> secret;
    };
  }

  private static String percent(String text) {
    return text.replace("%", "%25").replace("@", "%40").replace("=", "%3D").replace("+", "%2B");
  }

  private static void assertAbsent(SanitizedExchange exchange, String secret, int seed) {
    StringBuilder all = new StringBuilder(exchange.exchange().request().url());
    exchange.exchange().request().headers().forEach(h -> all.append('\n').append(line(h)));
    all.append('\n').append(Captures.requestText(exchange));
    all.append('\n').append(Captures.responseText(exchange));
    all.append('\n').append(exchange.findings()).append(exchange.notes());
    byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
    assertThat(all.toString())
        .as("seed %s", seed)
        .doesNotContain(secret)
        .doesNotContain(percent(secret))
        .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(utf8))
        .doesNotContain(HexFormat.of().formatHex(utf8));
  }

  private static String line(Header header) {
    return header.name() + ": " + header.value();
  }
}
