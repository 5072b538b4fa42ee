package dev.sluice.capture.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.Direction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportersTest {
  private static final String CANONICAL =
      "{\"ts\":\"2026-11-22T12:00:00Z\",\"env\":\"prod\",\"service\":\"shop\","
          + "\"direction\":\"inbound\",\"request\":{\"method\":\"GET\",\"url\":\"http://h/%s\"}}\n";
  private static final String HAR =
      "{\"log\":{\"entries\":[{\"startedDateTime\":\"2026-11-22T12:00:00Z\",\"request\":"
          + "{\"method\":\"GET\",\"url\":\"http://h/har\"}}]}}";

  @TempDir Path folder;

  @Test
  void the_content_tells_the_format_whatever_the_name() {
    assertThat(Imported.from(folder.resolve("a.txt"), HAR).format()).isEqualTo("har");
    assertThat(Imported.from(folder.resolve("b.har"), CANONICAL).format()).isEqualTo("sluice-json");
  }

  @Test
  void a_first_line_that_is_broken_does_not_hide_the_format() {
    Imported jsonl =
        Imported.from(
            folder.resolve("a.jsonl"),
            "{broken\n\n" + CANONICAL.formatted("1") + "\r\n" + CANONICAL.formatted("2").strip());
    assertThat(jsonl.outline()).containsExactly("malformed-capture", "/1", "/2");
  }

  @Test
  void a_folder_is_imported_file_by_file_in_name_order_and_other_files_are_left_alone()
      throws Exception {
    Files.createDirectory(folder.resolve("sub"));
    Files.writeString(folder.resolve("b.har"), HAR);
    Files.writeString(folder.resolve("a.jsonl"), CANONICAL.formatted("1"));
    Files.writeString(folder.resolve("sub/c.jsonl"), CANONICAL.formatted("2"));
    Files.writeString(folder.resolve("README.md"), "# notes");
    Files.writeString(folder.resolve("empty.jsonl"), "");
    Imported all = Imported.from(folder);
    assertThat(all.outline()).containsExactly("/1", "/har", "/2");
    assertThat(all.format()).isEqualTo("har+sluice-json");
    assertThat(all.fidelity()).contains("tool-metadata-dropped");
  }

  @Test
  void what_cannot_be_imported_is_named_with_what_could_be() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.txt"), "hello");
    assertThatThrownBy(() -> Importers.open(file, Imported.DEFAULTS))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("notes.txt")
        .hasMessageContaining("HAR");
    assertThatThrownBy(() -> Importers.open(folder, Imported.DEFAULTS))
        .isInstanceOf(ImportException.class);
    assertThatThrownBy(() -> Importers.open(folder.resolve("none"), Imported.DEFAULTS))
        .isInstanceOf(ImportException.class);
  }

  @Test
  void a_line_above_the_limit_is_refused_and_the_next_is_read() {
    String big = "{\"x\":\"" + "y".repeat(33 << 20) + "\"}\n";
    Imported jsonl =
        Imported.from(
            folder.resolve("a.jsonl"), CANONICAL.formatted("1") + big + CANONICAL.formatted("2"));
    assertThat(jsonl.outline()).containsExactly("/1", "too-large", "/2");
  }

  @Test
  void the_service_is_the_given_one_or_a_slug_of_the_host_but_never_an_address() {
    ImportDefaults given = new ImportDefaults("test", Optional.of("cart"), Direction.INBOUND);
    assertThat(ServiceNames.choose(given, Optional.of("own"), "http://h/")).isEqualTo("cart");
    assertThat(service("https://user:pw@API.Shop.example:8443/x")).isEqualTo("api-shop-example");
    assertThat(service("http://10.1.2.3:80/x")).isEqualTo("unnamed");
    assertThat(service("http://[fe80::1]:80/x")).isEqualTo("unnamed");
    assertThat(service("/relative")).isEqualTo("unnamed");
    assertThat(service("http://" + "a".repeat(70) + "/")).hasSize(63);
  }

  @Test
  void damaged_files_never_throw_and_never_run_for_ever() {
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      byte[] har = (i % 2 == 0 ? HAR : CANONICAL.repeat(3)).getBytes(UTF_8);
      for (int flips = random.nextInt(6); flips >= 0; flips--) {
        har[random.nextInt(har.length)] = (byte) random.nextInt(256);
      }
      Path file = folder.resolve("x.har"); // by this name it is always taken for importable
      assertThat(Imported.from(file, har).entries()).hasSizeLessThan(20);
    }
  }

  private static String service(String url) {
    return ServiceNames.choose(Imported.DEFAULTS, Optional.of("undefined"), url);
  }
}
