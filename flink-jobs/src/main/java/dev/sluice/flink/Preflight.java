package dev.sluice.flink;

import dev.sluice.flink.access.SecretFile;
import dev.sluice.flink.policy.ControlTopic;
import dev.sluice.flink.policy.PolicySource;
import dev.sluice.flink.policy.Publisher;
import dev.sluice.flink.source.RangeCheck;
import dev.sluice.flink.stream.SanitizedTopic;
import dev.sluice.flink.stream.StreamCheck;
import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.store.ObjectStore;
import dev.sluice.snapshot.store.StoreException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Finds what would make a run fail, before it starts: one clear line each. */
final class Preflight {
  private static final int BROKER_MILLIS = 8_000;
  private static final Duration CATALOG_PATIENCE = Duration.ofSeconds(5);

  private Preflight() {}

  static void check(JobConfig config) {
    sizes(config);
    keyFile(config.key());
    config.engine().engine(config.engine().policy());
    checkpoints(config);
    topics(config);
    policies(config);
    bucket(config);
    config.catalogHint().ifPresent(Preflight::catalog);
  }

  private static void sizes(JobConfig config) {
    if (config.parallelism() < 1) {
      throw new SluiceException(
          "parallelism is " + config.parallelism() + "; it must be at least 1");
    }
    if (config.checkpointInterval().toMillis() < 10) {
      throw new SluiceException("the checkpoint interval must be at least 10 ms");
    }
    config
        .backfillRun()
        .filter(run -> !run.matches("[a-z0-9]{1,20}"))
        .ifPresent(
            run -> {
              throw new SluiceException("a backfill's name is 1 to 20 of a-z and 0-9");
            });
  }

  private static void keyFile(KeySource key) {
    if (key.kind() == KeySource.Kind.FILE) {
      SecretFile.requirePrivate(Path.of(key.name()));
    }
  }

  private static void checkpoints(JobConfig config) {
    String dir = config.checkpointDir();
    if (ForcedSettings.isUri(dir)) {
      return;
    }
    try {
      Files.createDirectories(Path.of(dir));
    } catch (IOException e) {
      throw new SluiceException("the checkpoint folder " + dir + " cannot be made; name another");
    }
  }

  private static void topics(JobConfig config) {
    Properties settings = new Properties();
    settings.putAll(config.kafka());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, BROKER_MILLIS);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, BROKER_MILLIS);
    Set<String> names = ask(config, settings, admin -> admin.listTopics().names().get());
    List<String> needed = new ArrayList<>(List.of(config.topic(), config.quarantineTopic()));
    config.sanitizedTopic().map(SanitizedTopic::name).ifPresent(needed::add);
    for (String topic : needed) {
      if (!names.contains(topic)) {
        throw new SluiceException(
            "Kafka at " + config.brokers() + " has no topic " + topic + "; create it first");
      }
    }
    ask(config, settings, admin -> RangeCheck.check(admin, config.topic(), config.range()));
    config.sanitizedTopic().map(StreamCheck::new).ifPresent(s -> stream(s, config, settings));
  }

  private static void stream(StreamCheck stream, JobConfig config, Properties settings) {
    stream.settings(config.topic(), config.quarantineTopic(), config.checkpointInterval());
    ask(config, settings, stream::size);
    stream.transactions(config.kafka(), config.ledgerRun(), config.topic());
  }

  private static void policies(JobConfig config) {
    PolicySource policies = config.policies();
    if (policies.topic().isPresent()) {
      ControlTopic.check(policies.kafka(), policies.topic().get().topic());
      ControlTopic.checkStamps(policies.kafka(), config.topic());
      // Reads it once: a gap or a bad key is told before anything starts.
      Publisher.open(policies.kafka(), policies.topic().get(), bundle -> Optional.empty()).close();
    }
  }

  /** Work with an admin client. */
  private interface Asking<T> {
    T ask(Admin admin) throws ExecutionException, InterruptedException;
  }

  private static <T> T ask(JobConfig config, Properties settings, Asking<T> work) {
    Admin admin = null;
    try {
      admin = Admin.create(settings);
      return work.ask(admin);
    } catch (ExecutionException | org.apache.kafka.common.KafkaException e) {
      throw new SluiceException(
          "no Kafka broker answers at " + config.brokers() + "; is it running?");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException("interrupted while asking Kafka for its topics");
    } finally {
      if (admin != null) {
        admin.close(Duration.ZERO);
      }
    }
  }

  /** A job goes on without its catalog; one that never had it was told a wrong address. */
  private static void catalog(URI url) {
    HttpRequest live =
        HttpRequest.newBuilder(url.resolve("/health/live")).timeout(CATALOG_PATIENCE).build();
    HttpClient client = HttpClient.newBuilder().connectTimeout(CATALOG_PATIENCE).build();
    try {
      int status = client.send(live, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new SluiceException("no catalog answers at " + url + "; is the address right?");
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new SluiceException("no catalog answers at " + url + "; is it running?");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException("interrupted while asking the catalog");
    }
  }

  private static void bucket(JobConfig config) {
    try (ObjectStore store = config.store().open()) {
      String run = "_ledger/" + config.ledgerRun() + (config.isNewRun() ? "/" : "/none/");
      if (!store.list(run).isEmpty()) {
        throw new SluiceException(
            "the bucket holds a run " + config.ledgerRun() + " already; choose another name");
      }
    } catch (StoreException | IllegalArgumentException e) {
      throw new SluiceException(
          "the bucket cannot be used: "
              + e.getMessage()
              + "; check endpoint, bucket and credentials");
    }
  }
}
