package dev.sluice.cli.doctor;

import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Config;
import dev.sluice.snapshot.store.S3Store;
import dev.sluice.snapshot.store.StoreException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Looks at the bucket: whether it answers, and refuses to write an object twice. */
final class BucketCheck {
  private static final String BUCKET = "bucket";

  private BucketCheck() {}

  static List<Finding> look(S3Config config) {
    List<Finding> found = new ArrayList<>();
    try (ObjectStore store = S3Store.open(config)) {
      found.add(conditionalWrite(store, config));
    } catch (StoreException | IllegalArgumentException e) {
      found.add(
          Finding.fail(
              BUCKET,
              "cannot be used: " + e.getMessage(),
              "check endpoint, bucket, credentials and their right to read, write and delete"));
    }
    if (config.endpoint().startsWith("http://") && !Loopback.is(host(config.endpoint()))) {
      found.add(
          Finding.warn(
              "bucket tls", config.endpoint() + " is not encrypted", "use an https:// endpoint"));
    }
    return found;
  }

  /** A seal is an object that must not be there yet; some S3 servers ignore the condition. */
  private static Finding conditionalWrite(ObjectStore store, S3Config config) {
    String key = "_doctor/" + UUID.randomUUID();
    byte[] bytes = "sluice doctor".getBytes(StandardCharsets.US_ASCII);
    store.list("_doctor/none/");
    store.putIfAbsent(key, bytes, "text/plain");
    try {
      if (store.putIfAbsent(key, bytes, "text/plain")) {
        return Finding.fail(
            BUCKET,
            config + " writes an object twice although told If-None-Match: *",
            "use an S3 server with conditional writes: without them two runs can seal one window");
      }
      return Finding.ok(BUCKET, config + " reads, writes and refuses to write twice");
    } finally {
      store.delete(key);
    }
  }

  private static String host(String endpoint) {
    String host = URI.create(endpoint).getHost();
    return host == null ? "" : host;
  }
}
