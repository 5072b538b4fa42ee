package dev.sluice.snapshot.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where parts, manifests, ledger and outbox stand: a bucket or a folder.
 *
 * <p>Keys are relative, use {@code /}, and never start with one or hold {@code ..}. Every method
 * throws {@link StoreException}; transport errors and server failures were retried before that.
 * Implementations are thread-safe.
 */
public interface ObjectStore extends AutoCloseable {
  String PARQUET = "application/vnd.apache.parquet";
  String JSON = "application/json";

  /** Writes the object, replacing what stood there. Visible only when complete. */
  void put(String key, byte[] bytes, String contentType);

  /**
   * Writes the object unless the key is taken, atomically: of any number of racing writers one
   * wins.
   *
   * @return false if the key is taken. After a retried request that had reached the server the
   *     winner may see false too: compare the content.
   */
  boolean putIfAbsent(String key, byte[] bytes, String contentType);

  /** The whole object; {@link StoreException.Kind#NOT_FOUND} if there is none. */
  byte[] get(String key);

  /** {@code length} bytes from {@code offset}; fewer are a failure. */
  byte[] range(String key, long offset, int length);

  /** Size and checksum, or empty if there is no such object. */
  Optional<ObjectStat> stat(String key);

  /** All objects whose key starts with {@code prefix}, sorted by key. */
  List<ObjectStat> list(String prefix);

  /** Removes the object; nothing happens if there is none. */
  void delete(String key);

  /**
   * Uploads bytes that stay invisible until {@link #complete}. The result may be kept in a
   * checkpoint and completed by another process.
   *
   * @param sha256 {@code sha256:<hex>} of the bytes; kept with the object
   */
  StagedUpload stage(String key, byte[] bytes, String sha256);

  /**
   * Makes a staged upload visible. Idempotent: when the store no longer knows the upload, an object
   * of the same size and SHA-256 at the key is success, and anything else {@link
   * StoreException.Kind#LOST_UPLOAD}.
   */
  void complete(StagedUpload upload);

  /** Gives a staged upload up. Only for uploads that no checkpoint names. */
  void abort(StagedUpload upload);

  /** A URL that reads the object without credentials for that long. */
  String presign(String key, Duration validity);

  @Override
  void close();
}
