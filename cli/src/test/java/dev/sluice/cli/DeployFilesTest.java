package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.sluice.cli.io.Terminal;
import dev.sluice.job.ClusterJob;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No container engine runs here: files of deploy/ are held against their formats instead. */
class DeployFilesTest {
  private static final Path DEPLOY = Path.of("..", "deploy");
  private static final YAMLMapper YAML = new YAMLMapper();

  @ParameterizedTest
  @CsvSource({
    "compose/compose.yaml, compose",
    "kubernetes/kustomization.yaml, kubernetes",
    "kubernetes/job.yaml, kubernetes",
    "kubernetes/catalog.yaml, kubernetes",
    "kubernetes/network.yaml, kubernetes",
    "ci/github-actions.yml, github",
    "ci/gitlab-ci.yml, gitlab",
    "prometheus/alerts.yml, alerts",
    "prometheus/prometheus.yml, prometheus"
  })
  void aFileHasTheFormOfItsKind(String file, String schema) throws IOException {
    for (JsonNode document : documents(file)) {
      assertThat(schema(schema).validate(document)).as(file).isEmpty();
    }
  }

  @Test
  void aFileThatIsOutOfFormIsTold() throws IOException {
    String compose = Files.readString(DEPLOY.resolve("compose/compose.yaml"));
    JsonNode open = YAML.readTree(compose.replace("127.0.0.1:8081", "0.0.0.0:8081"));
    JsonNode root =
        YAML.readTree(
            Files.readString(DEPLOY.resolve("kubernetes/job.yaml"))
                .replace("runAsNonRoot: true", "runAsNonRoot: false"));

    assertThat(schema("compose").validate(open)).isNotEmpty();
    assertThat(schema("kubernetes").validate(root)).isNotEmpty();
  }

  @Test
  void kustomizeNamesFilesThatAreThere() throws IOException {
    JsonNode kustomization = documents("kubernetes/kustomization.yaml").get(0);

    assertThat(kustomization.get("resources"))
        .allMatch(name -> Files.exists(DEPLOY.resolve("kubernetes").resolve(name.asText())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"job.Dockerfile", "sluice.Dockerfile"})
  void anImageRunsAsSomebodyAndFromANamedVersion(String file) throws IOException {
    List<String> lines = Files.readAllLines(DEPLOY.resolve("images").resolve(file));
    String user = lines.stream().filter(l -> l.startsWith("USER ")).reduce((a, b) -> b).orElse("");

    assertThat(user).isNotEmpty().isNotIn("USER root", "USER 0");
    assertThat(lines.stream().filter(l -> l.startsWith("FROM ")))
        .isNotEmpty()
        .allMatch(l -> l.matches("FROM \\S+:\\S+( AS \\w+)?") && !l.contains(":latest"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ci/github-actions.yml", "ci/gitlab-ci.yml"})
  void templatesCallCommandsThatThereAre(String file) throws IOException {
    List<String> calls =
        Files.readAllLines(DEPLOY.resolve(file)).stream()
            .map(line -> line.replaceFirst("^\\s*- (run: )?", ""))
            .filter(line -> line.startsWith("sluice ") && !line.endsWith(":"))
            .toList();

    assertThat(calls).hasSizeGreaterThan(3);
    calls.forEach(call -> assertUnderstood(List.of(call.split(" ")).subList(1, count(call))));
  }

  @Test
  void theCatalogIsStartedByACommandThatThereIs() throws IOException {
    JsonNode compose = documents("compose/compose.yaml").get(0);
    assertUnderstood(texts(compose.at("/services/catalog/command")));
    JsonNode kubernetes = documents("kubernetes/catalog.yaml").get(0);
    assertUnderstood(texts(kubernetes.at("/spec/template/spec/containers/0/args")));
  }

  @Test
  void theJobIsGivenOptionsThatItHas() throws IOException {
    JsonNode kubernetes = documents("kubernetes/job.yaml").get(0);
    assertThat(kubernetes.at("/spec/job/entryClass").asText())
        .isEqualTo(ClusterJob.class.getName());
    List<String> args = new ArrayList<>(List.of("job", "run"));
    args.addAll(texts(kubernetes.at("/spec/job/args")));
    assertUnderstood(args);
  }

  @Test
  void noFileHoldsASecret() throws IOException {
    try (Stream<Path> files = Files.walk(DEPLOY)) {
      for (Path file :
          files.filter(f -> f.toString().matches(".*\\.(ya?ml|Dockerfile)")).toList()) {
        assertThat(Files.readAllLines(file))
            .as(file.toString())
            .noneMatch(
                l -> l.matches("(?i).*(password|secret_?(access_?)?key|token): *[\\w+/]{6,}.*"));
      }
    }
  }

  private static int count(String call) {
    return call.split(" ").length;
  }

  private static void assertUnderstood(List<String> args) {
    assertThat(args).isNotEmpty();
    assertThatCode(
            () -> SluiceCli.commandLine(Terminal.system()).parseArgs(args.toArray(String[]::new)))
        .as(args.toString())
        .doesNotThrowAnyException();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  /** With aliases and merge keys resolved, as their readers do. */
  private static List<JsonNode> documents(String file) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    Iterable<Object> loaded =
        new org.yaml.snakeyaml.Yaml().loadAll(Files.readString(DEPLOY.resolve(file)));
    loaded.forEach(one -> documents.add(YAML.valueToTree(one)));
    assertThat(documents).isNotEmpty();
    return documents;
  }

  private static JsonSchema schema(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            DeployFilesTest.class.getResourceAsStream("/deploy/" + name + ".schema.json"))) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    }
  }
}
