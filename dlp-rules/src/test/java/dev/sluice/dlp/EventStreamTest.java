package dev.sluice.dlp;

import static dev.sluice.dlp.Captures.capture;
import static dev.sluice.dlp.Captures.engine;
import static dev.sluice.dlp.Captures.get;
import static dev.sluice.dlp.Captures.headers;
import static dev.sluice.dlp.Captures.pass;
import static dev.sluice.dlp.Captures.responseText;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.Body;
import dev.sluice.model.Response;
import dev.sluice.model.SluiceJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventStreamTest {
  private static final String EMAIL = "jane.roe@corp-mail.io";

  private final Engine engine = engine();

  @Test
  void aValueSplitOverJsonEventsIsReplacedAsAWhole() throws Exception {
    String out =
        through(
            "data: {\"delta\":{\"content\":\"Write to jane.\"}}\n\n"
                + "data: {\"delta\":{\"content\":\"roe@corp\"}}\n\n"
                + "data: {\"delta\":{\"content\":\"-mail.io now\"},\"n\":1.50}\n\n"
                + "data: [DONE]\n\n");

    assertThat(joined(out, "/delta/content"))
        .isEqualTo("Write to " + surrogate() + " now")
        .isNotEqualTo("Write to " + EMAIL + " now");
    assertThat(out).contains(",\"n\":1.50}\n\n").endsWith("data: [DONE]\n\n");
  }

  @Test
  void aValueSplitOverPlainEventsIsReplacedAsAWhole() throws Exception {
    String out = through("id: 7\ndata: jane.ro\n\nid: 8\ndata: e@corp-mail.io\n\n");

    String text = out.replaceAll("id: [78]\ndata: ", "").replace("\n", "");
    assertThat(text.equals(surrogate())).isTrue();
  }

  @Test
  void aValueSplitOverLinesOfOneEventIsSeen() {
    String out = through("data: {\"a\":1,\ndata: \"password\":\ndata: \"hunter2-x\"}\n\n");

    assertThat(out).startsWith("data: {\"a\":1,\ndata: \"password\":\ndata: \"");
    assertThat(out.contains("hunter2")).isFalse();
  }

  @Test
  void wholeValuesInARowAreNotTakenForOne() throws Exception {
    String out =
        through("data: {\"to\":\"" + EMAIL + "\"}\n\ndata: {\"to\":\"" + EMAIL + "\"}\n\n");

    assertThat(joined(out, "/to")).isEqualTo(surrogate() + surrogate());
  }

  @Test
  void numbersOfSuccessiveEventsAreNoCardNumber() {
    String stream = "data: {\"seq\":\"40128888\"}\r\n\r\ndata: {\"seq\":\"88881881\"}\r\n\r\n";

    assertThat(through(stream)).isEqualTo(stream);
  }

  private String surrogate() throws Exception {
    String json = "{\"email\":\"" + EMAIL + "\"}";
    return SluiceJson.mapper()
        .readTree(
            responseText(pass(engine, capture(get("https://s.example/x"), Captures.json(json)))))
        .path("email")
        .asText();
  }

  private static String joined(String stream, String pointer) throws Exception {
    StringBuilder text = new StringBuilder();
    for (String line : stream.split("\n")) {
      if (line.startsWith("data: {")) {
        text.append(SluiceJson.mapper().readTree(line.substring(6)).at(pointer).asText());
      }
    }
    return text.toString();
  }

  private String through(String stream) {
    Body body = Body.of(stream.getBytes(StandardCharsets.UTF_8));
    var response = new Response(200, headers("Content-Type", "text/event-stream"), body);
    return responseText(pass(engine, capture(get("https://s.example/x"), response)));
  }
}
