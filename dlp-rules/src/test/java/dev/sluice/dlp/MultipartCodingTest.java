package dev.sluice.dlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.Body;
import dev.sluice.model.Response;
import dev.sluice.model.SanitizedExchange;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Parts whose head says how their content is to be read, and property lists. */
class MultipartCodingTest {
  private final Engine engine = Captures.engine();

  @Test
  void quotedPrintableFieldsAreReadAndWrittenInTheirCoding() {
    String head = "Content-Disposition: form-data; name=\"email\"\r\n";
    String coding = "Content-Transfer-Encoding: quoted-printable";

    String after = sanitized(part(head + coding, "anna=2Ekeller=40gm=\r\nail=2Ecom"));

    assertThat(after.contains("keller")).isFalse();
    assertThat(after).contains(coding, "example");
    assertThat(sanitized(part("Content-Disposition: form-data; name=\"n\"\r\n" + coding, "a=3Db")))
        .contains("a=3Db");
  }

  @Test
  void aFileNamedAsATableIsReadByItsColumns() {
    String head =
        "Content-Disposition: form-data; name=\"f\"; filename=\"a.csv\"\r\n"
            + "Content-Type: application/octet-stream";

    String after = sanitized(part(head, "id,last_name,plan\n1,Fontaine,gold\n"));

    assertThat(after.contains("Fontaine")).isFalse();
    assertThat(after).contains("id,last_name,plan\n1,", ",gold\n");
  }

  @Test
  void aPropertyListsKeyNamesTheValueBehindIt() {
    String list = "<dict><key>last_name</key><string>Fontaine</string><key>plan</key>";

    String after = sanitized(list + "<string>gold</string></dict>", "application/xml");

    assertThat(after.contains("Fontaine")).isFalse();
    assertThat(after).contains("<key>last_name</key>", "<string>gold</string>");
  }

  private String sanitized(String body) {
    return sanitized(body, "multipart/form-data; boundary=bb");
  }

  private String sanitized(String body, String type) {
    Response response =
        new Response(
            200,
            Captures.headers("Content-Type", type),
            Body.of(body.getBytes(StandardCharsets.UTF_8)));
    SanitizedExchange passed =
        Captures.pass(engine, Captures.capture(Captures.get("https://s.example/x"), response));
    return Captures.text(passed.exchange().response().orElseThrow().body());
  }

  private static String part(String head, String content) {
    return "--bb\r\n" + head + "\r\n\r\n" + content + "\r\n--bb--\r\n";
  }
}
