package dev.sluice.snapshot.store;

import dev.sluice.model.ContentDigest;
import io.minio.AbortMultipartUploadArgs;
import io.minio.BucketExistsArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.GetObjectArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.UploadPartArgs;
import io.minio.messages.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An {@link ObjectStore} over an S3-compatible bucket. Objects carry their SHA-256 as the user
 * metadata {@code sha256}. Thread-safe.
 */
public final class S3Store implements ObjectStore {
  /** Size of the pieces of a staged upload; S3 asks for 5 MiB at least but for the last. */
  private static final int PIECE_BYTES = 16 << 20;

  private static final String SHA256 = "sha256";

  private final String bucket;
  private final S3Http http;
  private final MinioAsyncClient client;
  private final Retry retry;

  private S3Store(S3Config config, Retry retry) {
    this.bucket = config.bucket();
    this.http = new S3Http();
    this.retry = retry;
    this.client = connect(config, http);
  }

  private static MinioAsyncClient connect(S3Config config, S3Http http) {
    try {
      // Checks the name, which would otherwise fail in every later call.
      BucketExistsArgs.builder().bucket(config.bucket()).build();
      return MinioAsyncClient.builder()
          .endpoint(config.endpoint())
          .region(config.region())
          .credentials(config.accessKey(), config.secretKey())
          .httpClient(http.client())
          .build();
    } catch (IllegalArgumentException e) {
      http.close();
      throw new StoreException(
          StoreException.Kind.REFUSED,
          "endpoint or bucket name of "
              + config
              + " is not valid: bucket names have 3 to 63 of"
              + " a-z, 0-9, dot and hyphen; endpoints are http(s)://host[:port]");
    }
  }

  /** Connects; no request is made until the first call. */
  public static ObjectStore open(S3Config config) {
    return open(config, Retry.DEFAULT);
  }

  /** Connects with another patience than the default. */
  public static ObjectStore open(S3Config config, Retry retry) {
    return new S3Store(config, retry);
  }

  /** Connects and creates the bucket if it is missing. */
  public static ObjectStore openOrCreate(S3Config config) {
    S3Store store = new S3Store(config, Retry.DEFAULT);
    store.createBucket();
    return store;
  }

  @Override
  public void put(String key, byte[] bytes, String contentType) {
    call("write", key, () -> client.putObject(putArgs(key, bytes, contentType).build()).get());
  }

  @Override
  public boolean putIfAbsent(String key, byte[] bytes, String contentType) {
    PutObjectArgs args =
        putArgs(key, bytes, contentType).extraHeaders(Map.of("If-None-Match", "*")).build();
    return call(
        "write",
        key,
        () -> {
          try {
            client.putObject(args).get();
            return true;
          } catch (Exception e) {
            if (S3Errors.isPreconditionFailed(e)) {
              return false;
            }
            throw e;
          }
        });
  }

  @Override
  public byte[] get(String key) {
    GetObjectArgs args = GetObjectArgs.builder().bucket(bucket).object(Keys.check(key)).build();
    return call("read", key, () -> read(args));
  }

  @Override
  public byte[] range(String key, long offset, int length) {
    if (length == 0) {
      return new byte[0];
    }
    GetObjectArgs args =
        GetObjectArgs.builder()
            .bucket(bucket)
            .object(Keys.check(key))
            .offset(offset)
            .length((long) length)
            .build();
    byte[] bytes = call("read", key, () -> read(args));
    if (bytes.length != length) {
      throw new StoreException(
          StoreException.Kind.CORRUPT, "cannot read " + key + ": shorter than expected");
    }
    return bytes;
  }

  @Override
  public Optional<ObjectStat> stat(String key) {
    StatObjectArgs args = StatObjectArgs.builder().bucket(bucket).object(Keys.check(key)).build();
    try {
      return call(
          "stat",
          key,
          () -> {
            var found = client.statObject(args).get();
            return Optional.of(
                new ObjectStat(
                    key,
                    found.size(),
                    Optional.ofNullable(found.userMetadata().getFirst(SHA256)),
                    Optional.ofNullable(found.lastModified()).map(t -> t.toInstant())));
          });
    } catch (StoreException e) {
      if (e.kind() == StoreException.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public List<ObjectStat> list(String prefix) {
    ListObjectsArgs args =
        ListObjectsArgs.builder().bucket(bucket).prefix(prefix).recursive(true).build();
    return call(
        "list",
        prefix,
        () -> {
          List<ObjectStat> found = new ArrayList<>();
          for (var result : client.listObjects(args)) {
            var item = result.get();
            found.add(
                new ObjectStat(
                    item.objectName(),
                    item.size(),
                    Optional.empty(),
                    Optional.ofNullable(item.lastModified()).map(t -> t.toInstant())));
          }
          found.sort(Comparator.comparing(ObjectStat::key));
          return found;
        });
  }

  @Override
  public void delete(String key) {
    RemoveObjectArgs args =
        RemoveObjectArgs.builder().bucket(bucket).object(Keys.check(key)).build();
    call("delete", key, () -> Optional.ofNullable(client.removeObject(args).get()));
  }

  @Override
  public StagedUpload stage(String key, byte[] bytes, String sha256) {
    var headers = new Http.Headers("Content-Type", PARQUET, "x-amz-meta-" + SHA256, sha256);
    var create =
        CreateMultipartUploadArgs.builder()
            .bucket(bucket)
            .object(Keys.check(key))
            .headers(headers)
            .build();
    String uploadId =
        call("stage", key, () -> client.createMultipartUpload(create).get().result().uploadId());
    List<String> etags = new ArrayList<>();
    for (int from = 0; from == 0 || from < bytes.length; from += PIECE_BYTES) {
      byte[] piece =
          from == 0 && bytes.length <= PIECE_BYTES
              ? bytes
              : Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE_BYTES));
      etags.add(uploadPiece(key, uploadId, etags.size() + 1, piece));
    }
    return new StagedUpload(key, uploadId, etags, bytes.length, sha256);
  }

  @Override
  public void complete(StagedUpload upload) {
    Part[] parts = new Part[upload.etags().size()];
    Arrays.setAll(parts, i -> new Part(i + 1, upload.etags().get(i)));
    var args =
        CompleteMultipartUploadArgs.builder()
            .bucket(bucket)
            .object(Keys.check(upload.key()))
            .uploadId(upload.uploadId())
            .parts(parts)
            .build();
    try {
      call(
          "complete the upload of", upload.key(), () -> client.completeMultipartUpload(args).get());
    } catch (StoreException e) {
      // Also after a lost answer: the first attempt may have completed the upload.
      if (e.kind() != StoreException.Kind.NOT_FOUND && e.kind() != StoreException.Kind.REFUSED) {
        throw e;
      }
      UploadCheck.requireDone(upload, stat(upload.key()));
    }
  }

  @Override
  public void abort(StagedUpload upload) {
    var args =
        AbortMultipartUploadArgs.builder()
            .bucket(bucket)
            .object(Keys.check(upload.key()))
            .uploadId(upload.uploadId())
            .build();
    try {
      call("give up", upload.key(), () -> client.abortMultipartUpload(args).get());
    } catch (StoreException e) {
      if (e.kind() != StoreException.Kind.NOT_FOUND) {
        throw e;
      }
    }
  }

  @Override
  public String presign(String key, Duration validity) {
    var args =
        GetPresignedObjectUrlArgs.builder()
            .method(Http.Method.GET)
            .bucket(bucket)
            .object(Keys.check(key))
            .expiry((int) validity.toSeconds())
            .build();
    return call("presign", key, () -> client.getPresignedObjectUrl(args));
  }

  @Override
  public void close() {
    http.close();
  }

  private void createBucket() {
    call(
        "create bucket",
        bucket,
        () -> {
          if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build()).get()) {
            try {
              client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build()).get();
            } catch (Exception e) {
              // Another process may have been faster.
              if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build()).get()) {
                throw e;
              }
            }
          }
          return true;
        });
  }

  private String uploadPiece(String key, String uploadId, int number, byte[] piece) {
    var args =
        UploadPartArgs.builder()
            .bucket(bucket)
            .object(key)
            .uploadId(uploadId)
            .partNumber(number)
            .data(piece, piece.length)
            .build();
    return call("stage", key, () -> client.uploadPart(args).get().part().etag());
  }

  private PutObjectArgs.Builder putArgs(String key, byte[] bytes, String contentType) {
    return PutObjectArgs.builder()
        .bucket(bucket)
        .object(Keys.check(key))
        .data(bytes, bytes.length)
        .contentType(contentType)
        .userMetadata(Map.of(SHA256, ContentDigest.of(bytes)));
  }

  private byte[] read(GetObjectArgs args) throws Exception {
    try (var in = client.getObject(args).get()) {
      return in.readAllBytes();
    }
  }

  private <T> T call(String what, String key, S3Errors.Call<T> call) {
    return retry.run(() -> S3Errors.call(what, key, call));
  }
}
