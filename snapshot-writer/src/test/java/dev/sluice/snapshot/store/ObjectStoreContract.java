package dev.sluice.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.ContentDigest;
import dev.sluice.snapshot.store.StoreException.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store must do; run against each implementation. */
abstract class ObjectStoreContract {
  /** The store under test, empty under the prefix {@code t/} of this test. */
  abstract ObjectStore store();

  /** A second, independent connection to the same objects. */
  abstract ObjectStore other();

  @Test
  void whatIsPutIsReadBackWholeAndByRange() {
    byte[] bytes = bytes(100_000, 1);
    store().put("t/a/b.bin", bytes, ObjectStore.PARQUET);

    assertThat(store().get("t/a/b.bin")).isEqualTo(bytes);
    assertThat(other().range("t/a/b.bin", 500, 1_000))
        .isEqualTo(Arrays.copyOfRange(bytes, 500, 1_500));
    assertThat(store().range("t/a/b.bin", 99_999, 1)).hasSize(1);
    assertThat(store().stat("t/a/b.bin").orElseThrow().size()).isEqualTo(100_000);
    assertThat(store().stat("t/a/b.bin").orElseThrow().sha256()).contains(ContentDigest.of(bytes));
  }

  @Test
  void anEmptyObjectIsAnObject() {
    store().put("t/empty", new byte[0], ObjectStore.JSON);

    assertThat(store().get("t/empty")).isEmpty();
    assertThat(store().stat("t/empty").orElseThrow().size()).isZero();
  }

  @Test
  void putReplaces() {
    store().put("t/k", text("one"), ObjectStore.JSON);
    store().put("t/k", text("two"), ObjectStore.JSON);

    assertThat(store().get("t/k")).isEqualTo(text("two"));
  }

  @Test
  void putIfAbsentNeverReplaces() {
    assertThat(store().putIfAbsent("t/once", text("one"), ObjectStore.JSON)).isTrue();
    assertThat(other().putIfAbsent("t/once", text("two"), ObjectStore.JSON)).isFalse();

    assertThat(store().get("t/once")).isEqualTo(text("one"));
  }

  @Test
  void ofSixteenRacingWritersOneWinsAndItsBytesStand() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      for (int round = 0; round < 5; round++) {
        String key = "t/race-" + round;
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
          byte[] mine = bytes(20_000, i);
          attempts.add(
              threads.submit(
                  () -> {
                    start.await();
                    return store().putIfAbsent(key, mine, ObjectStore.JSON);
                  }));
        }
        start.countDown();
        List<Integer> winners = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
          if (attempts.get(i).get()) {
            winners.add(i);
          }
        }
        assertThat(winners).hasSize(1);
        assertThat(store().get(key)).isEqualTo(bytes(20_000, winners.get(0)));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatIsMissingIsNotFound() {
    assertThatThrownBy(() -> store().get("t/none")).satisfies(ObjectStoreContract::notFound);
    assertThatThrownBy(() -> store().range("t/none", 0, 5))
        .satisfies(ObjectStoreContract::notFound);
    assertThat(store().stat("t/none")).isEmpty();
    store().delete("t/none");
  }

  @Test
  void aRangePastTheEndIsAFailure() {
    store().put("t/short", bytes(100, 1), ObjectStore.JSON);

    assertThatThrownBy(() -> store().range("t/short", 50, 100)).isInstanceOf(StoreException.class);
  }

  @Test
  void deletedObjectsAreGone() {
    store().put("t/gone", text("x"), ObjectStore.JSON);
    store().delete("t/gone");

    assertThat(store().stat("t/gone")).isEmpty();
    assertThat(store().list("t/gone")).isEmpty();
  }

  @Test
  void listingGivesAllKeysUnderAPrefixSorted() {
    for (String key : List.of("t/l/b/2", "t/l/a", "t/l/b/1", "t/lx")) {
      store().put(key, text(key), ObjectStore.JSON);
    }

    assertThat(other().list("t/l/").stream().map(ObjectStat::key))
        .containsExactly("t/l/a", "t/l/b/1", "t/l/b/2");
    assertThat(store().list("t/l").stream().map(ObjectStat::key)).hasSize(4);
    assertThat(store().list("t/l/a").get(0).size()).isEqualTo(5);
    assertThat(store().list("t/nothing/")).isEmpty();
  }

  @Test
  void aStagedUploadIsInvisibleUntilCompletedByWhomeverHoldsItsBytes() {
    byte[] bytes = bytes(30_000, 4);
    StagedUpload staged = store().stage("t/staged", bytes, ContentDigest.of(bytes));

    assertThat(store().stat("t/staged")).isEmpty();
    assertThat(store().list("t/")).isEmpty();

    other().complete(StagedUpload.fromBytes(staged.toBytes()));

    assertThat(store().get("t/staged")).isEqualTo(bytes);
    assertThat(store().stat("t/staged").orElseThrow().sha256()).contains(staged.sha256());
  }

  @Test
  void completingTwiceIsHarmless() {
    byte[] bytes = bytes(3_000, 5);
    StagedUpload staged = store().stage("t/twice", bytes, ContentDigest.of(bytes));
    store().complete(staged);
    other().complete(staged);

    assertThat(store().get("t/twice")).isEqualTo(bytes);
  }

  @Test
  void anUploadTheStoreForgotIsFineIfItsObjectStands() {
    byte[] bytes = bytes(3_000, 6);
    store().put("t/done", bytes, ObjectStore.PARQUET);
    StagedUpload staged = store().stage("t/done", bytes, ContentDigest.of(bytes));
    store().abort(staged);

    store().complete(staged);
  }

  @Test
  void anUploadTheStoreForgotIsLostIfNothingOrAnotherObjectStands() {
    byte[] bytes = bytes(3_000, 7);
    StagedUpload staged = store().stage("t/lost", bytes, ContentDigest.of(bytes));
    store().abort(staged);

    assertThatThrownBy(() -> store().complete(staged)).satisfies(ObjectStoreContract::lost);
    store().put("t/lost", bytes(3_000, 8), ObjectStore.PARQUET);
    assertThatThrownBy(() -> store().complete(staged)).satisfies(ObjectStoreContract::lost);
  }

  @Test
  void abortedUploadsLeaveNothingAndAbortingTwiceIsHarmless() {
    byte[] bytes = bytes(10, 9);
    StagedUpload staged = store().stage("t/aborted", bytes, ContentDigest.of(bytes));
    store().abort(staged);
    store().abort(staged);

    assertThat(store().stat("t/aborted")).isEmpty();
  }

  @Test
  void keysThatClimbOrHideAreRefused() {
    for (String key : List.of("../x", "t/../../x", "/abs", "t//x", "t/.hidden", "", "t/")) {
      assertThatThrownBy(() -> store().put(key, text("x"), ObjectStore.JSON))
          .as(key)
          .isInstanceOf(StoreException.class);
    }
  }

  @Test
  void aPresignedUrlReadsTheObjectWithoutCredentials() throws Exception {
    store().put("t/signed", text("hello"), ObjectStore.JSON);

    String url = store().presign("t/signed", Duration.ofMinutes(5));

    try (var in = URI.create(url).toURL().openStream()) {
      assertThat(in.readAllBytes()).isEqualTo(text("hello"));
    }
  }

  static byte[] bytes(int n, int seed) {
    byte[] bytes = new byte[n];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void notFound(Throwable e) {
    assertThat(((StoreException) e).kind()).isEqualTo(Kind.NOT_FOUND);
  }

  private static void lost(Throwable e) {
    assertThat(((StoreException) e).kind()).isEqualTo(Kind.LOST_UPLOAD);
  }
}
