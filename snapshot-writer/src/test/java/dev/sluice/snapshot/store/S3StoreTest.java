package dev.sluice.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.ContentDigest;
import dev.sluice.snapshot.store.StoreException.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3StoreTest extends ObjectStoreContract {
  private static final AtomicInteger BUCKETS = new AtomicInteger();

  @TempDir static Path dir;
  static S3Server server;

  private S3Config config;
  private ObjectStore store;
  private ObjectStore other;

  @BeforeAll
  static void startServer() throws Exception {
    server = S3Server.start(dir.resolve("s3"));
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.close();
  }

  @BeforeEach
  void connect() {
    config = server.config("bucket-" + BUCKETS.incrementAndGet());
    store = S3Store.openOrCreate(config);
    other = S3Store.openOrCreate(config);
  }

  @AfterEach
  void disconnect() {
    store.close();
    other.close();
  }

  @Override
  ObjectStore store() {
    return store;
  }

  @Override
  ObjectStore other() {
    return other;
  }

  @Test
  void anUploadOfSeveralPiecesComesTogether() {
    byte[] bytes = bytes((16 << 20) + 5, 3);
    StagedUpload staged = store.stage("t/big", bytes, ContentDigest.of(bytes));
    assertThat(staged.etags()).hasSize(2);
    store.complete(staged);

    assertThat(ContentDigest.of(store.get("t/big"))).isEqualTo(staged.sha256());
  }

  @Test
  void wrongCredentialsAreRefusedAndNotTriedAgain() {
    S3Config wrong =
        new S3Config(config.endpoint(), "us-east-1", config.bucket(), "ak", "wrong-secret");
    try (ObjectStore stranger = S3Store.open(wrong)) {
      assertThatThrownBy(() -> stranger.get("t/x"))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
          .hasMessageNotContaining("wrong-secret");
    }
    assertThat(wrong.toString()).doesNotContain("wrong-secret");
  }

  @Test
  void aBucketNameThatCannotBeIsOneClearError() {
    assertThatThrownBy(() -> S3Store.open(server.config("No_Bucket")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("No_Bucket");
  }

  @Test
  void aServerThatIsDownIsUnavailableAndNamed() throws Exception {
    S3Config gone;
    try (S3Server shortLived = S3Server.start(dir.resolve("gone"))) {
      gone = shortLived.config("bucket");
    }
    try (ObjectStore unreachable = S3Store.open(gone, Retry.NONE)) {
      assertThatThrownBy(() -> unreachable.get("t/x"))
          .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.retryable()).isTrue())
          .hasMessageContaining("cannot read t/x");
      assertThatThrownBy(() -> unreachable.list("t/"))
          .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.retryable()).isTrue());
    }
  }

  @Test
  void aCallOutlivesARestartOfTheServer() throws Exception {
    Path folder = dir.resolve("restarted");
    S3Server first = S3Server.start(folder);
    int port = first.port();
    Retry patient = new Retry(200, Duration.ofMillis(50), Duration.ofMillis(100));
    try (ObjectStore reader = S3Store.open(first.config("bucket"), patient)) {
      try (ObjectStore writer = S3Store.openOrCreate(first.config("bucket"))) {
        writer.put("t/x", text("kept"), ObjectStore.JSON);
        byte[] part = bytes(1000, 1);
        StagedUpload staged = writer.stage("t/part", part, ContentDigest.of(part));
        first.close();

        CompletableFuture<byte[]> answer = CompletableFuture.supplyAsync(() -> reader.get("t/x"));
        try (S3Server second = S3Server.start(folder, port)) {
          assertThat(answer.get()).isEqualTo(text("kept"));
          reader.complete(staged);
          assertThat(reader.get("t/part")).isEqualTo(part);
          assertThat(second.port()).isEqualTo(port);
        }
      }
    }
  }
}
