package dev.sluice.cli.stack;

import dev.sluice.catalog.server.CatalogConfig;
import dev.sluice.catalog.server.CatalogServer;
import dev.sluice.catalog.server.db.DatabaseAddress;
import dev.sluice.catalog.server.index.Approval;
import dev.sluice.flink.JobConfig;
import dev.sluice.flink.KeySource;
import dev.sluice.flink.StoreOpener;
import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.S3Config;
import dev.sluice.snapshot.store.S3Store;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Kafka, S3 and the catalog in this process, started side by side.
 *
 * <pre>
 * Kafka ─ topics ──────────┐
 * S3 ─ bucket ─ catalog ───┴─► ready for a job
 * </pre>
 */
public final class Stack implements AutoCloseable {
  public static final String BUCKET = "sluice";
  private static final String REGION = "us-east-1";

  private static final String TEMP = "java.io.tmpdir";

  private final WorkDir dir;
  private final String temp;
  private final Closing closing = new Closing();
  private final CompletableFuture<Broker> broker;
  private final CompletableFuture<Storage> storage;

  private Stack(StackConfig config) {
    this.dir = config.dir();
    // Libraries unpack native code into the temporary folder; ours is removed with the rest.
    this.temp = System.getProperty(TEMP, "/tmp");
    letJdkRememberTemp();
    System.setProperty(TEMP, dir.temp().toString());
    this.broker = CompletableFuture.supplyAsync(() -> startBroker(config));
    this.storage = CompletableFuture.supplyAsync(() -> startStorage(config));
  }

  /**
   * The JDK reads the property once, at its first temporary file. Were that while ours is set, it
   * would go on to use a folder that is removed with this stack.
   */
  private static void letJdkRememberTemp() {
    try {
      Files.delete(File.createTempFile("sluice", null).toPath());
      Files.delete(Files.createTempFile("sluice", null));
    } catch (IOException e) {
      throw new SluiceException("cannot write to the temporary folder; set java.io.tmpdir");
    }
  }

  private record Broker(EmbeddedKafka kafka, Topics topics) {}

  private record Storage(S3Config s3, ObjectStore store, CatalogServer catalog) {}

  /** Begins to start everything; each accessor waits for what it needs. */
  public static Stack start(StackConfig config) {
    return new Stack(config);
  }

  private Broker startBroker(StackConfig config) {
    EmbeddedKafka kafka =
        closing.add(Closing.Order.KAFKA, EmbeddedKafka.start(dir.kafka(), config.kafkaPort()));
    return new Broker(kafka, closing.add(Closing.Order.CLIENTS, Topics.open(kafka.brokers())));
  }

  private Storage startStorage(StackConfig config) {
    EmbeddedS3 server =
        closing.add(Closing.Order.S3, EmbeddedS3.start(dir.s3(), BUCKET, config.s3Port()));
    S3Config s3 =
        new S3Config(
            server.endpoint(), REGION, BUCKET, EmbeddedS3.ACCESS_KEY, EmbeddedS3.SECRET_KEY);
    ObjectStore store = closing.add(Closing.Order.CLIENTS, S3Store.openOrCreate(s3));
    CatalogServer catalog =
        CatalogServer.start(
            CatalogConfig.of(DatabaseAddress.file(dir.catalog()), store)
                .withAddress(config.catalogHost(), config.catalogPort())
                .withOutboxInterval(config.outboxInterval())
                .withApproval(config.autoApprove() ? Approval.OF_ALL : Approval.BY_REVIEW));
    return new Storage(s3, store, closing.add(Closing.Order.CATALOG, catalog));
  }

  /** {@code host:port} of Kafka, once its topics are there. */
  public String brokers() {
    return await(broker).kafka().brokers();
  }

  public Topics topics() {
    return await(broker).topics();
  }

  /** The bucket. */
  public ObjectStore store() {
    return await(storage).store();
  }

  public String s3Endpoint() {
    return await(storage).s3().endpoint();
  }

  public URI catalogUrl() {
    return await(storage).catalog().url();
  }

  public WorkDir dir() {
    return dir;
  }

  /** A job on this stack, with its checkpoints in the work folder. */
  public JobConfig.Builder job(KeySource key) {
    return JobConfig.builder(
            brokers(),
            StoreOpener.s3(await(storage).s3()),
            key,
            dir.checkpoints().toUri().toString())
        .topic(Topics.RAW)
        .quarantineTopic(Topics.QUARANTINE)
        .catalogHint(catalogUrl());
  }

  private static <T> T await(CompletableFuture<T> part) {
    try {
      return part.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof SluiceException known) {
        throw known;
      }
      throw e;
    }
  }

  /** Stops the catalog first, then the clients, S3 and Kafka. */
  @Override
  public void close() {
    CompletableFuture.allOf(broker, storage).handle((done, failed) -> true).join();
    closing.close();
    System.setProperty(TEMP, temp);
  }
}
