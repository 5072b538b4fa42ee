package dev.sluice.flink.sink;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Asks the brokers, on a thread of its own; connects at the first question. */
final class KafkaPartitionEnds implements PartitionEnds {
  private static final int TIMEOUT_MILLIS = 10_000;

  private final Map<String, String> kafka;
  private final String topic;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "sluice-ends");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Admin admin;

  KafkaPartitionEnds(Map<String, String> kafka, String topic) {
    this.kafka = kafka;
    this.topic = topic;
  }

  @Override
  public CompletableFuture<Map<Integer, Bounds>> lookUp() {
    return CompletableFuture.supplyAsync(this::ask, executor);
  }

  private Map<Integer, Bounds> ask() {
    try {
      Admin client = client();
      List<TopicPartition> partitions = partitions(client);
      Map<Integer, Long> beginnings = offsets(client, partitions, OffsetSpec.earliest());
      Map<Integer, Long> ends = offsets(client, partitions, OffsetSpec.latest());
      Map<Integer, Bounds> bounds = new HashMap<>();
      ends.forEach((p, end) -> bounds.put(p, new Bounds(beginnings.getOrDefault(p, 0L), end)));
      return bounds;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the brokers did not tell the ends of " + topic);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted");
    }
  }

  private List<TopicPartition> partitions(Admin client)
      throws ExecutionException, InterruptedException {
    return client.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
        .flatMap(description -> description.partitions().stream())
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  private static Map<Integer, Long> offsets(
      Admin client, List<TopicPartition> partitions, OffsetSpec spec)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    partitions.forEach(p -> wanted.put(p, spec));
    Map<Integer, Long> offsets = new HashMap<>();
    client
        .listOffsets(wanted)
        .all()
        .get()
        .forEach((p, info) -> offsets.put(p.partition(), info.offset()));
    return offsets;
  }

  private Admin client() {
    Admin open = admin;
    if (open == null) {
      Properties settings = new Properties();
      settings.putAll(kafka);
      settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
      settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
      open = Admin.create(settings);
      admin = open;
    }
    return open;
  }

  private void closeClient() {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }

  @Override
  public void close() {
    executor.execute(this::closeClient);
    executor.shutdown();
  }
}
