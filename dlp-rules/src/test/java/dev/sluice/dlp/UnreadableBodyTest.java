package dev.sluice.dlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.Body;
import dev.sluice.model.Response;
import dev.sluice.model.SanitizedExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies nobody can read give way to small files that a reader of their type accepts. */
class UnreadableBodyTest {
  private static final String SECRET = "jane.roe@corp-mail.io";

  private final Engine engine = Captures.engine();

  @ParameterizedTest
  @ValueSource(
      strings = {"image/png", "image/jpeg", "image/jpg", "image/gif", "image/bmp", "image/tiff"})
  void imagesAreReadByAnImageReader(String type) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(placeholder(type)));

    assertThat(image.getWidth()).isLessThan(5);
  }

  @Test
  void soundsAreReadByASoundReader() throws IOException, UnsupportedAudioFileException {
    try (var audio =
        AudioSystem.getAudioInputStream(new ByteArrayInputStream(placeholder("audio/x-wav")))) {
      assertThat(audio.getFrameLength()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/zip",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/java-archive"
      })
  void packagesAreEmptyZipFiles(String type) throws IOException {
    byte[] zip = placeholder(type);

    assertThat(zip).startsWith('P', 'K', 5, 6);
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      assertThat(in.getNextEntry()).isNull();
    }
  }

  @Test
  void compressedFilesAreEmpty() throws IOException {
    byte[] gzip = placeholder("application/gzip");

    assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes()).isEmpty();
  }

  @Test
  void theCrossReferencesOfThePdfAreRight() {
    String pdf = new String(placeholder("application/pdf"), StandardCharsets.ISO_8859_1);
    int start = pdf.indexOf("startxref\n") + 10;

    assertThat(pdf).startsWith("%PDF-1.4").endsWith("%%EOF\n");
    assertThat(Integer.parseInt(pdf.substring(start, pdf.indexOf('\n', start))))
        .isEqualTo(pdf.indexOf("xref\n"));
    for (int i = 1; i <= 3; i++) {
      String entry = pdf.substring(pdf.indexOf("xref\n") + 9 + 20 * i).substring(0, 10);
      assertThat(Integer.parseInt(entry)).isEqualTo(pdf.indexOf(i + " 0 obj"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"video/mp4", "audio/mpeg", "image/webp", "image/x-icon"})
  void otherCommonMediaBeginAsTheyShould(String type) {
    String head = new String(placeholder(type), StandardCharsets.ISO_8859_1);

    String mark =
        switch (type) {
          case "video/mp4" -> "ftypisom";
          case "audio/mpeg" -> "\u00ff\u00fb";
          case "image/webp" -> "WEBPVP8 ";
          default -> "\0\0\1\0\1\0";
        };
    assertThat(head).contains(mark);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"font/woff2", "application/avro", "application/octet-stream", "video/x-any"})
  void otherTypesHaveNoBytes(String type) {
    assertThat(placeholder(type)).isEmpty();
  }

  @Test
  void drawingsInXmlAreText() {
    String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>" + SECRET + "</text></svg>";

    SanitizedExchange passed = pass(svg.getBytes(StandardCharsets.UTF_8), "image/svg+xml");

    assertThat(Captures.responseText(passed))
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"><text>")
        .endsWith("</text></svg>")
        .doesNotContain("jane");
  }

  private byte[] placeholder(String type) {
    byte[] body = new byte[400];
    byte[] text = SECRET.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(text, 0, body, 40, text.length);
    SanitizedExchange passed = pass(body, type);
    assertThat(passed.notes()).contains("response.body:placeholder");
    return passed.exchange().response().orElseThrow().body().bytes();
  }

  private SanitizedExchange pass(byte[] body, String type) {
    Response response = new Response(200, Captures.headers("Content-Type", type), Body.of(body));
    return Captures.pass(engine, Captures.capture(Captures.get("https://s.example/x"), response));
  }
}
