package dev.sluice.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.model.SluiceJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks a cluster how it is, by Flink's REST interface. */
final class FlinkRest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  private final String url;

  FlinkRest(Ports ports) {
    this.url = ports.restUrl();
  }

  /** How many have registered; -1 if nobody answers. */
  int taskManagers() {
    return get("/overview").map(o -> o.path("taskmanagers").asInt(-1)).orElse(-1);
  }

  /** The states of all jobs by their id, as Flink names them ({@code RUNNING} …). */
  Map<String, String> jobs() {
    Map<String, String> jobs = new LinkedHashMap<>();
    get("/jobs")
        .ifPresent(
            answer ->
                answer
                    .path("jobs")
                    .forEach(j -> jobs.put(j.path("id").asText(), j.path("status").asText())));
    return jobs;
  }

  /** How many checkpoints a job has completed since it was submitted. */
  long completedCheckpoints(String job) {
    return get("/jobs/" + job + "/checkpoints")
        .map(c -> c.path("counts").path("completed").asLong())
        .orElse(0L);
  }

  /** How often a job was restored. */
  long restored(String job) {
    return get("/jobs/" + job + "/checkpoints")
        .map(c -> c.path("counts").path("restored").asLong())
        .orElse(0L);
  }

  /**
   * Asks a job to read no further, to seal what it has and to end with a savepoint.
   *
   * @return whether the cluster took the request
   */
  boolean drain(String job, String savepoints) {
    String body = "{\"drain\":true,\"targetDirectory\":\"" + savepoints + "\"}";
    return send(HttpRequest.newBuilder(URI.create(url + "/jobs/" + job + "/stop"))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)))
        .isPresent();
  }

  /** What it answers to a GET, as text; empty if it does not answer. */
  String text(String path) {
    return get(path).map(JsonNode::toString).orElse("");
  }

  private Optional<JsonNode> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url + path)));
  }

  private static Optional<JsonNode> send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer =
          HTTP.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
      return answer.statusCode() / 100 == 2
          ? Optional.of(SluiceJson.read(answer.body(), JsonNode.class))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
