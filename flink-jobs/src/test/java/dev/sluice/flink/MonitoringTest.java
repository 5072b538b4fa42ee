package dev.sluice.flink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.flink.stack.Captures;
import dev.sluice.flink.stack.Run;
import dev.sluice.model.SluiceJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What alerts and panels ask for is what a running job reports. */
final class MonitoringTest {
  private static final Path DEPLOY = Path.of("..", "deploy");
  private static final Pattern METRIC = Pattern.compile("flink_[A-Za-z0-9_]+");
  private static final Pattern CALLED = Pattern.compile("([a-z_]+)\\s*\\(");
  private static final Set<String> FUNCTIONS =
      Set.of("absent", "increase", "rate", "deriv", "max", "min", "sum", "time", "topk", "by");

  @TempDir Path folder;

  @Test
  void everyMetricThatAnAlertOrPanelNamesIsReported() throws Exception {
    Run run = new Run(folder, 1);
    run.publish(Captures.many(20, Instant.now().minusSeconds(20), 100), new int[20]);
    run.publish(List.of("{".getBytes(StandardCharsets.UTF_8)), new int[1]);
    int port = freePort();
    Map<String, String> reporter =
        Map.of(
            "metrics.reporter.prom.factory.class",
            "org.apache.flink.metrics.prometheus.PrometheusReporterFactory",
            "metrics.reporter.prom.port",
            String.valueOf(port));
    Set<String> asked = new TreeSet<>();
    for (String expression : expressions()) {
      METRIC.matcher(expression).results().forEach(m -> asked.add(m.group()));
    }
    assertThat(asked).hasSizeGreaterThan(15);

    JobConfig config = run.config().untilLatest(false).flinkOptions(reporter).build();
    try (RunningJob job = JobRunner.start(config)) {
      Set<String> missing = new TreeSet<>(asked);
      String page = "";
      for (int looks = 0; looks < 300 && !missing.isEmpty(); looks++) {
        job.awaitCheckpoint(Duration.ofSeconds(10));
        page = scrape(port);
        missing.removeAll(names(page));
      }
      assertThat(missing).as("asked for, but not reported").isEmpty();
      assertThat(page.contains(Captures.CANARY)).as("a captured value is a label").isFalse();
    }
  }

  @Test
  void expressionsAreWellFormed() throws IOException {
    for (String expression : expressions()) {
      assertThat(Nesting.isBalanced(expression)).as(expression).isTrue();
      assertThat(CALLED.matcher(expression).results().map(m -> m.group(1)))
          .as(expression)
          .allMatch(FUNCTIONS::contains);
    }
  }

  @Test
  void everyAlertHasItsParagraphInTheRunbook() throws IOException {
    String runbook = Files.readString(Path.of("..", "docs", "operations.md"));
    List<String> alerts =
        Files.readAllLines(DEPLOY.resolve("prometheus/alerts.yml")).stream()
            .filter(line -> line.contains("- alert: "))
            .map(line -> line.replaceFirst(".*- alert: ", ""))
            .toList();

    assertThat(alerts).isNotEmpty().allMatch(alert -> runbook.contains("### " + alert + "\n"));
  }

  private static List<String> expressions() throws IOException {
    List<String> found = new ArrayList<>();
    List<String> lines = Files.readAllLines(DEPLOY.resolve("prometheus/alerts.yml"));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().startsWith("expr:")) {
        found.add(lines.get(i + 1).strip());
      }
    }
    JsonNode dashboard =
        SluiceJson.mapper().readTree(Files.readAllBytes(DEPLOY.resolve("grafana/sluice.json")));
    dashboard.findValues("expr").forEach(expr -> found.add(expr.asText()));
    return found;
  }

  private static Set<String> names(String page) {
    return page.lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.replaceFirst("[{ ].*", ""))
        .collect(Collectors.toSet());
  }

  private static String scrape(int port) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Brackets that match, outside of strings. */
  private static final class Nesting {
    static boolean isBalanced(String text) {
      StringBuilder open = new StringBuilder();
      for (char c : text.replaceAll("\"[^\"]*\"", "").toCharArray()) {
        int kind = "([{".indexOf(c);
        if (kind >= 0) {
          open.append(")]}".charAt(kind));
        } else if (")]}\"".indexOf(c) >= 0) {
          int last = open.length() - 1;
          if (last < 0 || open.charAt(last) != c) {
            return false;
          }
          open.setLength(last);
        }
      }
      return open.length() == 0;
    }
  }
}
