package dev.sluice.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirStoreTest extends ObjectStoreContract {
  @TempDir Path dir;

  @Override
  ObjectStore store() {
    return DirStore.open(dir);
  }

  @Override
  ObjectStore other() {
    return DirStore.open(dir);
  }

  @Test
  void noStagedFilesStayBehindWhatIsWritten() throws IOException {
    store().put("t/a", text("x"), ObjectStore.JSON);
    store().putIfAbsent("t/b", text("x"), ObjectStore.JSON);
    store().putIfAbsent("t/b", text("y"), ObjectStore.JSON);

    try (var left = Files.list(dir.resolve(".staging"))) {
      assertThat(left).isEmpty();
    }
  }
}
