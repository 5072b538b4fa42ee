package dev.sluice.capture.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.capture.Decoded;
import dev.sluice.model.Capture;
import dev.sluice.model.Direction;
import dev.sluice.model.Exchange;
import dev.sluice.model.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came out of a file that a test wrote. */
record Imported(String format, List<Decoded> entries, List<String> fidelity) {
  static final ImportDefaults DEFAULTS =
      new ImportDefaults("test", Optional.empty(), Direction.INBOUND);

  static Imported from(Path file, String content) {
    return from(file, content.getBytes(StandardCharsets.UTF_8));
  }

  static Imported from(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return from(file);
  }

  static Imported from(Path fileOrFolder) {
    List<Decoded> entries = new ArrayList<>();
    try (ImportSource source = Importers.open(fileOrFolder, DEFAULTS)) {
      source.forEachRemaining(entries::add);
      return new Imported(source.format(), entries, List.copyOf(source.fidelity()));
    }
  }

  Capture only() {
    assertThat(entries).hasSize(1);
    return capture(0);
  }

  Capture capture(int i) {
    assertThat(entries.get(i)).isInstanceOf(Decoded.Ok.class);
    return ((Decoded.Ok) entries.get(i)).capture();
  }

  Exchange exchange(int i) {
    return capture(i).raw();
  }

  Response response(int i) {
    return exchange(i).response().orElseThrow();
  }

  /** Reason codes of the failed, URLs' paths of the others. */
  List<String> outline() {
    return entries.stream().map(Imported::outline).toList();
  }

  private static String outline(Decoded entry) {
    if (entry instanceof Decoded.Failed failed) {
      return failed.reason().code();
    }
    String url = ((Decoded.Ok) entry).capture().raw().request().url();
    return url.substring(url.indexOf('/', url.indexOf("://") + 3));
  }
}
