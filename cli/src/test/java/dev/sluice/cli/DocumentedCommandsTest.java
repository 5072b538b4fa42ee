package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sluice.cli.io.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@code sluice} command line that a page shows is one that the command understands. */
class DocumentedCommandsTest {
  private static final Pattern LINE =
      Pattern.compile("^(?: {4})?(?:\\./)?sluice (.+?)(?:\\s+#.*)?$", Pattern.MULTILINE);
  private static final List<String> PAGES =
      List.of(
          "README.md",
          "CONTRIBUTING.md",
          "deploy/README.md",
          "docs/rules-howto.md",
          "docs/operations.md",
          "docs/policy.md",
          "docs/security.md",
          "docs/quarantine.md",
          "benchmarks/README.md");

  static Stream<String> documented() throws IOException {
    Stream<String> lines = Stream.empty();
    for (String page : PAGES) {
      Matcher m = LINE.matcher(Files.readString(Path.of("..").resolve(page)));
      lines = Stream.concat(lines, m.results().map(r -> r.group(1)).toList().stream());
    }
    return lines;
  }

  @ParameterizedTest
  @MethodSource("documented")
  void isUnderstood(String line) {
    String[] args = line.replaceAll("\\s*<.*$", "").split("\\s+");
    assertThatCode(() -> SluiceCli.commandLine(Terminal.system()).parseArgs(args))
        .as(Arrays.toString(args))
        .doesNotThrowAnyException();
  }

  @Test
  void thePagesShowCommandsAtAll() throws IOException {
    assertThat(documented())
        .hasSizeGreaterThan(8)
        .contains("demo", "demo --once --input my-traffic.har");
  }
}
