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
   * Asks a job to end with a savepoint.
   *
   * @param drain whether to read no further and seal what it has, so that nothing goes on from it
   * @return the number of the request; empty if the cluster did not take it
   */
  String stop(String job, String savepoints, boolean drain) {
    return request(
        job, "stop", "{\"drain\":" + drain + ",\"targetDirectory\":\"" + savepoints + "\"}");
  }

  /** Asks a job for a savepoint; the answer is as that of {@link #stop}. */
  String savepoint(String job, String savepoints) {
    return request(job, "savepoints", "{\"target-directory\":\"" + savepoints + "\"}");
  }

  private String request(String job, String what, String body) {
    return send(HttpRequest.newBuilder(URI.create(url + "/jobs/" + job + "/" + what))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)))
        .map(answer -> answer.path("request-id").asText())
        .orElse("");
  }

  /** Where the savepoint of a request is; empty until it is complete. */
  Optional<String> savepointAt(String job, String request) {
    return get("/jobs/" + job + "/savepoints/" + request)
        .map(answer -> answer.path("operation").path("location").asText())
        .filter(location -> !location.isEmpty());
  }

  /** Asks a job to end as it stands. */
  void cancel(String job) {
    send(
        HttpRequest.newBuilder(URI.create(url + "/jobs/" + job + "?mode=cancel"))
            .method("PATCH", HttpRequest.BodyPublishers.noBody()));
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
