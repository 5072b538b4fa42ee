package dev.sluice.snapshot.read;

import dev.sluice.snapshot.store.ObjectStat;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.StagedUpload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Counts the reads that reach the real store behind it. */
final class CountingStore implements ObjectStore {
  private final ObjectStore store;
  private int reads;
  private long bytes;

  CountingStore(ObjectStore store) {
    this.store = store;
  }

  int reads() {
    return reads;
  }

  long bytes() {
    return bytes;
  }

  void reset() {
    reads = 0;
    bytes = 0;
  }

  @Override
  public byte[] get(String key) {
    return counted(store.get(key));
  }

  @Override
  public byte[] range(String key, long offset, int length) {
    return counted(store.range(key, offset, length));
  }

  private byte[] counted(byte[] read) {
    reads++;
    bytes += read.length;
    return read;
  }

  @Override
  public void put(String key, byte[] bytes, String contentType) {
    store.put(key, bytes, contentType);
  }

  @Override
  public boolean putIfAbsent(String key, byte[] bytes, String contentType) {
    return store.putIfAbsent(key, bytes, contentType);
  }

  @Override
  public Optional<ObjectStat> stat(String key) {
    return store.stat(key);
  }

  @Override
  public List<ObjectStat> list(String prefix) {
    return store.list(prefix);
  }

  @Override
  public void delete(String key) {
    store.delete(key);
  }

  @Override
  public StagedUpload stage(String key, byte[] bytes, String sha256) {
    return store.stage(key, bytes, sha256);
  }

  @Override
  public void complete(StagedUpload upload) {
    store.complete(upload);
  }

  @Override
  public void abort(StagedUpload upload) {
    store.abort(upload);
  }

  @Override
  public String presign(String key, Duration validity) {
    return store.presign(key, validity);
  }

  @Override
  public void close() {
    store.close();
  }
}
