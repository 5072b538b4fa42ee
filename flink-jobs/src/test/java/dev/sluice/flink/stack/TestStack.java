package dev.sluice.flink.stack;

import dev.sluice.snapshot.store.S3Config;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** One broker and one S3 server for all tests of this process. */
public final class TestStack {
  private static final class Holder {
    static final TestStack INSTANCE = start();
  }

  private final Path home;
  private final String brokers;
  private final String s3;

  private TestStack(Path home, String brokers, String s3) {
    this.home = home;
    this.brokers = brokers;
    this.s3 = s3;
  }

  /** The shared stack, started at the first call. */
  public static TestStack get() {
    return Holder.INSTANCE;
  }

  private static TestStack start() {
    try {
      Files.createDirectories(Path.of("target"));
      Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "stack");
      String brokers = Broker.start(home.resolve("kafka"));
      Files.createDirectories(home.resolve("s3"));
      S3Proxy proxy =
          S3Proxy.builder()
              .blobStore(new FilesystemNio2BlobStore(home.resolve("s3").toString()))
              .endpoint(URI.create("http://127.0.0.1:0"))
              .awsAuthentication(AuthenticationType.AWS_V4, "ak", "sk-secret")
              .build();
      proxy.start();
      return new TestStack(home, brokers, "http://127.0.0.1:" + proxy.getPort());
    } catch (Exception e) {
      throw new IllegalStateException("the test stack does not start", e);
    }
  }

  public String brokers() {
    return brokers;
  }

  /** A new empty bucket. */
  public S3Config bucket(String name) {
    try {
      Files.createDirectories(bucketFolder(name));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return existingBucket(name);
  }

  /** A bucket by its name, whether it is there or not. */
  public S3Config existingBucket(String name) {
    return new S3Config(s3, "us-east-1", name, "ak", "sk-secret");
  }

  /** Where the bucket's objects stand as files. */
  public Path bucketFolder(String name) {
    return home.resolve("s3").resolve(name);
  }

  /** Where the broker keeps a partition: the one place for raw data. */
  public Path partitionFolder(String topic, int partition) {
    return home.resolve("kafka").resolve(topic + "-" + partition);
  }

  /** A topic that is stamped by the broker. */
  public void topic(String name, int partitions) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      NewTopic topic =
          new NewTopic(name, partitions, (short) 1)
              .configs(
                  Map.of(
                      "message.timestamp.type",
                      "LogAppendTime",
                      "max.message.bytes",
                      String.valueOf(64 << 20)));
      admin.createTopics(List.of(topic)).all().get();
    } catch (Exception e) {
      throw new IllegalStateException("topic " + name + " cannot be made", e);
    }
  }

  /** Deletes a topic and makes it again, which is another topic under the same name. */
  public void remakeTopic(String name, int partitions) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      admin.deleteTopics(List.of(name)).all().get();
    } catch (Exception e) {
      throw new IllegalStateException("topic " + name + " cannot be deleted", e);
    }
    topic(name, partitions);
  }
}
