package dev.sluice.dlp;

import static dev.sluice.dlp.Captures.capture;
import static dev.sluice.dlp.Captures.engine;
import static dev.sluice.dlp.Captures.get;
import static dev.sluice.dlp.Captures.headers;
import static dev.sluice.dlp.Captures.json;
import static dev.sluice.dlp.Captures.pass;
import static dev.sluice.dlp.Captures.responseText;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.Body;
import dev.sluice.model.Response;
import dev.sluice.model.SluiceJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Values whose names stand in a form, a path, a stream or a list of parameters around them. */
class NestedNamesTest {
  private static final String NAME = "Lena Fontaine";

  private final Engine engine = engine();

  @Test
  void aFormInsideJsonHasNamesOfItsOwn() {
    String form = "{\"n\":1.0,\"payload\":\"sku=A%2d1&full_name=%s&e=&e=a+b\"}";

    String out = body("application/json", form.replace("%s", "Lena+Fontaine"));

    assertThat(out.equals(form.replace("%s", surrogate().replace(' ', '+')))).isTrue();
  }

  @Test
  void wordsWithOneSignAreNoForm() {
    String text = "{\"a\":\"R&D=x\",\"b\":\"a=b\",\"c\":\"if (a=1&&b=2)\",\"d\":\"x==&y==\"}";

    assertThat(body("application/json", text)).isEqualTo(text);
  }

  @Test
  void parametersOfAPathSegmentAreNamed() {
    String url = "https://s.example/users;lang=en;full_name=%s;sort=asc/orders;v=2?page=2";
    var request = get(url.replace("%s", "Lena%20Fontaine"));

    String out = pass(engine, capture(request, json("{}"))).exchange().request().url();

    assertThat(out.equals(url.replace("%s", surrogate().replace(" ", "%20")))).isTrue();
  }

  @Test
  void theUriOfDigestCredentialsIsWalkedLikeAnyUrl() {
    String header = "Digest username=\"x\", uri=\"/v1?page=2&email=%s\", nc=00000001";
    var request =
        get("https://s.example/v1", "Authorization", header.replace("%s", "jane@corp-mail.io"));

    String out =
        pass(engine, capture(request, json("{}"))).exchange().request().headers().get(0).value();

    assertThat(out.contains("corp-mail")).isFalse();
    assertThat(out).contains("uri=\"/v1?page=2&email=").endsWith("\", nc=00000001");
  }

  @Test
  void aNamedValueSplitOverEventsIsReplaced() throws Exception {
    String text = "order: AB-1204\nfull_name: " + NAME + "\nqty: 3\n";
    StringBuilder stream = new StringBuilder();
    for (int i = 0; i < text.length(); i += 5) {
      String piece = text.substring(i, Math.min(i + 5, text.length())).replace("\n", "\\n");
      stream.append("data: {\"delta\":{\"content\":\"").append(piece).append("\"}}\n\n");
    }

    String out = body("text/event-stream", stream.toString());

    StringBuilder joined = new StringBuilder();
    for (String line : out.split("\n\n")) {
      joined.append(SluiceJson.mapper().readTree(line.substring(6)).at("/delta/content").asText());
    }
    assertThat(joined.toString().equals(text.replace(NAME, surrogate()))).isTrue();
  }

  @Test
  void chunksWithExtensionsAndTrailersAreReadThrough() {
    String out =
        body(
            "application/json",
            "11;ext=\"a\"\r\n{\"full_name\":\"Len\r\n14 \r\na Fontaine\",\"n\":1.0}\r\n"
                + "0\r\nX-User: jane@corp-mail.io\r\n\r\n");

    String content = out.replaceAll("(?m)^[0-9a-f]+\r\n|\r\n", "");
    assertThat(content.equals("{\"full_name\":\"" + surrogate() + "\",\"n\":1.0}")).isTrue();
    assertThat(out.contains("corp-mail")).isFalse();
  }

  @Test
  void base64InLinesIsReadAsOneText() {
    String lines = "{\"sku\":\"A-1 and a long text before it\",\"full_name\":\"%s\",\"n\":1.0}\n";

    String out = body("application/json", "{\"p\":\"" + mime(lines.replace("%s", NAME)) + "\"}");

    String inner = out.substring(6, out.length() - 2).replace("\\r\\n", "\r\n");
    byte[] plain = java.util.Base64.getMimeDecoder().decode(inner);
    String text = new String(plain, StandardCharsets.UTF_8);
    assertThat(text.equals(lines.replace("%s", surrogate()))).isTrue();
  }

  private static String mime(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return java.util.Base64.getMimeEncoder().encodeToString(bytes).replace("\r\n", "\\r\\n");
  }

  private String surrogate() {
    String out = body("application/json", "{\"full_name\":\"" + NAME + "\"}");
    return out.substring(14, out.length() - 2);
  }

  private String body(String type, String text) {
    Body body = Body.of(text.getBytes(StandardCharsets.UTF_8));
    var response = new Response(200, headers("Content-Type", type), body);
    return responseText(pass(engine, capture(get("https://s.example/x"), response)));
  }
}
