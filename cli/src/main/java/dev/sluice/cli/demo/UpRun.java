package dev.sluice.cli.demo;

import dev.sluice.cli.ExitCode;
import dev.sluice.cli.Logging;
import dev.sluice.cli.io.Json;
import dev.sluice.cli.io.Terminal;
import dev.sluice.cli.stack.CtrlC;
import dev.sluice.cli.stack.EmbeddedS3;
import dev.sluice.cli.stack.Stack;
import dev.sluice.cli.stack.StackConfig;
import dev.sluice.cli.stack.Topics;
import dev.sluice.cli.stack.WorkDir;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.flink.JobConfig;
import dev.sluice.flink.JobRunner;
import dev.sluice.flink.KeySource;
import dev.sluice.flink.RunningJob;
import dev.sluice.flink.policy.PolicyTopic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The embedded stack with a job, until Ctrl-C. */
final class UpRun {
  private final UpCommand command;
  private final Terminal terminal;

  UpRun(UpCommand command) {
    this.command = command;
    this.terminal = command.terminal;
  }

  /** Where to reach what, for machines. */
  record Addresses(
      String brokers, String topic, String s3Endpoint, String bucket, String catalog) {}

  int run() {
    // A bad policy is told before anything starts.
    Optional.ofNullable(command.policy).ifPresent(Policy::load);
    WorkDir dir = WorkDir.at(command.dir);
    Logging.toFile(dir.log());
    if (command.keyFile == null && dir.createKey()) {
      terminal.note(
          "made a tokenization key: " + dir.key() + " (keep it: surrogates depend on it)");
    }
    StackConfig config =
        StackConfig.of(dir)
            .withPorts(command.kafkaPort, command.s3Port)
            .withCatalog("127.0.0.1", command.catalogPort);
    try (CtrlC ctrlC = CtrlC.listen()) {
      try (Stack stack = Stack.start(config);
          RunningJob job = JobRunner.start(job(stack))) {
        tell(stack);
        new Watch(new Account(stack, job), job, new DemoText(terminal)).until(ctrlC);
      }
    }
    return ExitCode.OK;
  }

  private JobConfig job(Stack stack) {
    PolicyTopic topic =
        new PolicyTopic(
            Topics.POLICIES,
            PolicyTopic.DEFAULT_LEAD,
            List.of(stack.dir().publisher().publicText()));
    JobConfig.Builder b =
        stack.job(key(stack.dir())).parallelism(command.parallelism).policyTopic(topic);
    return Optional.ofNullable(command.policy)
        .map(p -> b.policy(p.toAbsolutePath().toString()))
        .orElse(b)
        .build();
  }

  private KeySource key(WorkDir dir) {
    Path file = command.keyFile == null ? dir.key() : command.keyFile.toAbsolutePath();
    return KeySource.file(file.toString());
  }

  private void tell(Stack stack) {
    Addresses addresses =
        new Addresses(
            stack.brokers(),
            Topics.RAW,
            stack.s3Endpoint(),
            Stack.BUCKET,
            stack.catalogUrl().toString());
    if (command.json.isSet()) {
      Json.print(terminal, addresses);
    } else {
      terminal.print("kafka    " + addresses.brokers() + "  topic " + addresses.topic());
      terminal.print(
          "s3       "
              + addresses.s3Endpoint()
              + "  bucket "
              + addresses.bucket()
              + "  credentials "
              + EmbeddedS3.ACCESS_KEY
              + " / "
              + EmbeddedS3.SECRET_KEY);
      terminal.print(
          "policies topic " + Topics.POLICIES + "  publish with " + stack.dir().publisherKey());
      terminal.print("catalog  " + addresses.catalog());
    }
    terminal.flush();
    terminal.note("Ctrl-C ends it; data stays in " + stack.dir().root());
  }
}
