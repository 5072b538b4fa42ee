package dev.sluice.flink.stack;

import dev.sluice.flink.StoreOpener;
import dev.sluice.snapshot.store.ObjectStat;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Config;
import dev.sluice.snapshot.store.S3Store;
import dev.sluice.snapshot.store.StagedUpload;
import dev.sluice.snapshot.store.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;

/** A real store that fails at chosen calls, once each. */
public final class Faults {
  private static final Map<String, Faults> BY_NAME = new ConcurrentHashMap<>();

  private final String name = UUID.randomUUID().toString();
  private final BiPredicate<String, String> hits;
  private final AtomicInteger left;
  private final AtomicInteger seen = new AtomicInteger();
  private final int skip;

  /**
   * Fails {@code times} calls after {@code skip} others of those that match.
   *
   * @param hits tells by method and key whether a call counts
   */
  public Faults(int skip, int times, BiPredicate<String, String> hits) {
    this.skip = skip;
    this.left = new AtomicInteger(times);
    this.hits = hits;
    BY_NAME.put(name, this);
  }

  /** Whether all failures have happened. */
  public boolean happened() {
    return left.get() <= 0;
  }

  /** Opens the bucket with these faults. */
  public StoreOpener over(S3Config bucket) {
    String known = name;
    return () -> new Faulty(S3Store.open(bucket), known);
  }

  private void check(String method, String key) {
    if (hits.test(method, key)
        && seen.getAndIncrement() >= skip
        && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new StoreException(StoreException.Kind.REFUSED, "injected failure of " + method);
    }
  }

  private record Faulty(ObjectStore real, String faults) implements ObjectStore {
    private ObjectStore checked(String method, String key) {
      java.util.Objects.requireNonNull(BY_NAME.get(faults)).check(method, key);
      return real;
    }

    @Override
    public void put(String key, byte[] bytes, String contentType) {
      checked("put", key).put(key, bytes, contentType);
    }

    @Override
    public boolean putIfAbsent(String key, byte[] bytes, String contentType) {
      return checked("putIfAbsent", key).putIfAbsent(key, bytes, contentType);
    }

    @Override
    public byte[] get(String key) {
      return checked("get", key).get(key);
    }

    @Override
    public byte[] range(String key, long offset, int length) {
      return checked("range", key).range(key, offset, length);
    }

    @Override
    public Optional<ObjectStat> stat(String key) {
      return checked("stat", key).stat(key);
    }

    @Override
    public List<ObjectStat> list(String prefix) {
      return checked("list", prefix).list(prefix);
    }

    @Override
    public void delete(String key) {
      checked("delete", key).delete(key);
    }

    @Override
    public StagedUpload stage(String key, byte[] bytes, String sha256) {
      return checked("stage", key).stage(key, bytes, sha256);
    }

    @Override
    public void complete(StagedUpload upload) {
      checked("complete", upload.key()).complete(upload);
    }

    @Override
    public void abort(StagedUpload upload) {
      checked("abort", upload.key()).abort(upload);
    }

    @Override
    public String presign(String key, Duration validity) {
      return checked("presign", key).presign(key, validity);
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
