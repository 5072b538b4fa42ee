package dev.sluice.cli.snapshots;

import dev.sluice.catalog.client.CatalogClient;
import dev.sluice.cli.io.Progress;
import dev.sluice.cli.io.Terminal;
import dev.sluice.model.ContentDigest;
import dev.sluice.model.SluiceException;
import dev.sluice.model.catalog.PartUrl;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Fetches manifest and parts; a part that does not match its checksum ends it. */
final class Download {
  private final CatalogClient client;
  private final Terminal terminal;
  private final HttpClient http = HttpClient.newHttpClient();

  Download(CatalogClient client, Terminal terminal) {
    this.client = client;
    this.terminal = terminal;
  }

  /** The manifest is written last: a folder that has one is complete. */
  void fetch(String id, Path dir) throws IOException {
    byte[] manifest = client.manifestBytes(id);
    List<PartUrl> parts = client.partUrls(id);
    Files.createDirectories(dir);
    try (Progress progress = Progress.start(terminal, "parts", parts.size())) {
      for (PartUrl part : parts) {
        Files.write(dir.resolve(fileName(part.key())), bytes(part));
        progress.step();
      }
    }
    Files.write(dir.resolve("manifest.json"), manifest);
  }

  private static String fileName(String key) {
    return key.substring(key.lastIndexOf('/') + 1);
  }

  private byte[] bytes(PartUrl part) throws IOException {
    byte[] bytes = get(URI.create(part.url()), part.key());
    if (!ContentDigest.of(bytes).equals(part.sha256())) {
      throw new SluiceException("part " + part.key() + " does not match its checksum");
    }
    return bytes;
  }

  private byte[] get(URI url, String key) throws IOException {
    try {
      HttpResponse<byte[]> answer =
          http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new SluiceException("part " + key + " answered " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException("interrupted while fetching " + key);
    }
  }
}
