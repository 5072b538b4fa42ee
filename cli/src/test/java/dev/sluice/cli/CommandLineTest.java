package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.io.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandLineTest {
  @TempDir private Path dir;

  static Stream<String> allCommands() {
    return names("", SluiceCli.commandLine(Terminal.system()));
  }

  private static Stream<String> names(String prefix, CommandLine command) {
    return command.getSubcommands().entrySet().stream()
        .flatMap(
            e ->
                Stream.concat(
                    Stream.of(prefix + e.getKey()),
                    names(prefix + e.getKey() + " ", e.getValue())));
  }

  @ParameterizedTest
  @MethodSource("allCommands")
  void everyCommandExplainsItselfOnStdout(String command) {
    CliRun run = CliRun.of((command + " --help").split(" "));

    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("Usage: sluice " + command);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void allPromisedCommandsAreThere() {
    assertThat(allCommands())
        .contains(
            "demo",
            "up",
            "bench engine",
            "bench pipeline",
            "job run",
            "record",
            "import",
            "scan",
            "sanitize",
            "rules list",
            "rules show",
            "rules test",
            "rules publish",
            "policy validate",
            "policy explain",
            "policy publish",
            "policy list",
            "policy rollback",
            "snapshots create",
            "snapshots list",
            "snapshots show",
            "snapshots pull",
            "snapshots verify",
            "catalog serve",
            "catalog rebuild");
  }

  @Test
  void noCommandAtAllIsWrongUsage() {
    CliRun run = CliRun.of();

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("sluice: a command is missing");
  }

  @Test
  void anUnknownCommandIsWrongUsage() {
    assertThat(CliRun.of("frobnicate").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aJobWithoutAKeyRefusesToStart() {
    CliRun run =
        CliRun.of("job", "run", "--brokers", "127.0.0.1:1", "--s3-endpoint", "http://127.0.0.1:1");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("no tokenization key").hasLineCount(1);
  }

  @Test
  void anUnreachableCatalogIsOneLine() {
    CliRun run =
        CliRun.of("snapshots", "show", "checkout@latest", "--catalog", "http://127.0.0.1:1");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("cannot reach the catalog").hasLineCount(1);
  }

  @Test
  void aJobIsGivenItsProfileByItsPolicyAlone() throws Exception {
    Path key = Files.writeString(dir.resolve("key"), "0123456789abcdef".repeat(4));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    String run = "job run --log-file " + dir.resolve("job.log");
    for (String command : List.of(run, "quarantine retry --purpose t-1")) {
      List<String> args = new ArrayList<>(List.of(command.split(" ")));
      args.addAll(List.of("--brokers", "127.0.0.1:1", "--s3-endpoint", "http://127.0.0.1:1"));
      args.addAll(List.of("--key-file", key.toString(), "--profile", "strict"));
      CliRun refused =
          CliRun.in(
              Map.of("AWS_ACCESS_KEY_ID", "a", "AWS_SECRET_ACCESS_KEY", "b"),
              args.toArray(String[]::new));

      assertThat(refused.code()).as(command).isEqualTo(ExitCode.USAGE);
      assertThat(refused.err()).as(command).contains("Write 'profile: strict' there");
    }
  }

  @Test
  void aBadPolicyNamesFileLineAndKey() throws Exception {
    Path policy =
        Files.writeString(dir.resolve("bad.yaml"), "profile: balanced\nthreshhold: 0.5\n");

    CliRun run = CliRun.with("", "sanitize", "--jsonl", "--policy", policy.toString());

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("bad.yaml").contains("2").contains("threshhold");
  }

  @Test
  void aRulePackWhoseExampleFailsIsAFailedCheck() throws Exception {
    Path pack = Files.writeString(dir.resolve("mine.yaml"), "rules: 7\n");

    CliRun run = CliRun.of("rules", "test", pack.toString());

    assertThat(run.code()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(run.err()).contains("mine");
  }

  @Test
  void atLeastSixtyRulesAreListed() {
    assertThat(CliRun.of("rules", "list").lines()).hasSizeGreaterThan(60);
  }
}
