package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The five minutes of docs/rules-howto.md, walked through as they are written. */
class RulesHowtoTest {
  private static final Path PAGE = Path.of("../docs/rules-howto.md");
  private static final Pattern COMMAND = Pattern.compile("(?m)^ {4}sluice (rules .+)$");
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");
  private static final String CAPTURE =
      """
      {"id":"ab-1","ts":"2026-11-22T12:00:00.123456Z","env":"prod","service":"checkout",\
      "direction":"inbound","protocol":"HTTP/1.1","durationMicros":31000,\
      "request":{"method":"POST","url":"https://shop.example/doors",\
      "headers":[["content-type","application/json"]],\
      "body":"{\\"label\\":\\"BDG-1234\\"}","bodyEncoding":"utf8"},\
      "response":{"status":201,"headers":[],"body":"","bodyEncoding":"utf8"}}
      """;

  @TempDir private Path dir;

  @Test
  void everyStepDoesWhatThePageSays() throws IOException {
    String section = section();
    Files.writeString(dir.resolve("my-traffic.har"), CAPTURE);
    List<CliRun> runs = COMMAND.matcher(section).results().map(m -> run(m.group(1))).toList();

    assertThat(runs).hasSize(5);
    for (CliRun run : runs) {
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    }
    assertThat(YAML.matcher(section).results().map(m -> m.group(1)))
        .containsExactly(Files.readString(dir.resolve("my-rules.yaml")));
    assertThat(runs.get(1).out()).contains("my-rules").contains("1 rules");
    assertThat(runs.get(2).out()).contains("shop-badge").contains("found");
    assertThat(runs.get(3).out()).contains("refused").contains("joins it to something longer");
    assertThat(runs.get(4).out()).contains("added").contains("AAA-9999");
  }

  private CliRun run(String line) {
    return CliRun.of(line.replaceAll("my-(rules|traffic)", dir + "/my-$1").split(" +"));
  }

  private static String section() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf("## From a sample value to a tested rule in five minutes");
    return page.substring(from, page.indexOf("\n## ", from + 3));
  }
}
